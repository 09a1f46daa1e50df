import { effectiveValue, shownFormat } from '../cell-view.ts';
import { conditionTest } from '../condition/condition-test.ts';
import { arrayOf, type JsonObject, objectOf } from '../json.ts';
import type { CellFormat } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { overlay } from '../spreadsheets/overlay.ts';
import { bandColour } from './banding.ts';
import { backgroundOf, withPairedColours } from './colours.ts';
import { gradient } from './gradient.ts';
import { inArea, type RangeArea, rangeArea } from './range-area.ts';

/** What gives cells of a tab a look beside their own format: bands below it, conditional formats above it. */
export interface CellLooks {
  /** Undefined where nothing gives the cell a format. */
  formatAt(row: number, column: number): CellFormat | undefined;
  /** Rows and columns up to the last that a band or rule covers. */
  readonly rows: number;
  readonly columns: number;
}

interface Layer {
  readonly areas: readonly RangeArea[];
  /** Undefined where it does not apply. */
  format(row: number, column: number, area: RangeArea): JsonObject | undefined;
}

export function cellLooks(workbook: Workbook, sheet: Sheet): CellLooks {
  const bands = sheet.list('bandedRanges').map((banded) => bandLayer(sheet, banded));
  // The first rule goes before those after it, so it is laid on last.
  const rules = [...sheet.list('conditionalFormats')].reverse().flatMap((rule) => ruleLayer(workbook, sheet, rule));
  const areas = [...bands, ...rules].flatMap((layer) => layer.areas);
  return {
    formatAt(row, column) {
      const own = shownFormat(workbook, sheet, row, column);
      const below = laid(bands, undefined, row, column);
      const format = below === undefined ? own : own === undefined ? below : overlay(below, withPairedColours(own));
      return laid(rules, format, row, column);
    },
    rows: Math.max(0, ...areas.map(({ endRow }) => endRow)),
    columns: Math.max(0, ...areas.map(({ endColumn }) => endColumn)),
  };
}

function laid(layers: readonly Layer[], start: CellFormat | undefined, row: number, column: number) {
  let format = start;
  for (const layer of layers) {
    const area = layer.areas.find((one) => inArea(one, row, column));
    const above = area && layer.format(row, column, area);
    if (above !== undefined) format = format === undefined ? above : overlay(format, above);
  }
  return format;
}

function bandLayer(sheet: Sheet, banded: JsonObject): Layer {
  return {
    areas: [rangeArea(sheet, banded.range)],
    format(row, column, area) {
      const colour = bandColour(banded, area, row, column);
      return colour && backgroundOf(colour);
    },
  };
}

function ruleLayer(workbook: Workbook, sheet: Sheet, rule: JsonObject): Layer[] {
  const areas = arrayOf(rule.ranges).map((range) => rangeArea(sheet, range));
  const [first] = areas;
  if (first === undefined) return [];
  if (rule.gradientRule !== undefined) {
    const colourOf = gradient(workbook, sheet, objectOf(rule.gradientRule), areas);
    if (colourOf === undefined) return [];
    const format = (row: number, column: number) => {
      const value = effectiveValue(workbook, sheet, row, column);
      return typeof value === 'number' ? backgroundOf(colourOf(value)) : undefined;
    };
    return [{ areas, format }];
  }
  const { condition, format } = objectOf(rule.booleanRule);
  const origin = { row: first.startRow, column: first.startColumn };
  const meets = conditionTest(workbook, sheet, objectOf(condition), origin);
  const given = withPairedColours(objectOf(format));
  return meets === undefined
    ? []
    : [{ areas, format: (row, column) => (meets(row, column) === true ? given : undefined) }];
}
