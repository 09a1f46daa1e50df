import type { CellStyle, ConditionalRule } from 'hucre';
import { formatArea } from '../../a1.ts';
import { shiftReferences } from '../../formula/shift-references.ts';
import { arrayOf, type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { gridRange, type Range } from '../../range.ts';
import { argb } from './argb.ts';
import { colourScale } from './colour-scale.ts';
import { conditionOf, holdsFor } from './condition.ts';
import { emphasis } from './font.ts';
import type { SheetNames } from './sheet-names.ts';

/** The conditional formats of a tab, the strongest first. Rules that Excel has no words for are left out. */
export function conditionalRules(workbook: Workbook, sheet: Sheet, names: SheetNames): ConditionalRule[] {
  return sheet
    .list('conditionalFormats')
    .flatMap((rule) => {
      const ranges = arrayOf(rule.ranges).map((range) => gridRange(workbook, objectOf(range)));
      if (rule.booleanRule !== undefined) return booleanRules(workbook, names, objectOf(rule.booleanRule), ranges);
      const scale = colourScale(objectOf(rule.gradientRule), workbook.state.locale);
      const range = ranges.map(formatArea).join(' ');
      return scale === undefined ? [] : [{ type: 'colorScale' as const, colorScale: scale, range }];
    })
    .map((rule, index) => ({ ...rule, priority: index + 1 }));
}

/** One rule a range: in each, Excel counts references from the first cell; Google counts from that of the first range. */
function booleanRules(workbook: Workbook, names: SheetNames, rule: JsonObject, ranges: readonly Range[]) {
  const style = styleOf(objectOf(rule.format));
  return ranges.flatMap((range): Omit<ConditionalRule, 'priority'>[] => {
    const down = range.startRow - (ranges[0]?.startRow ?? 0);
    const right = range.startColumn - (ranges[0]?.startColumn ?? 0);
    const condition = conditionOf(workbook, names, shifted(objectOf(rule.condition), down, right));
    if (condition === undefined) return [];
    const corner = { ...range, endRow: range.startRow + 1, endColumn: range.startColumn + 1 };
    return [{ type: 'expression', formula: holdsFor(condition, formatArea(corner)), style, range: formatArea(range) }];
  });
}

const shifted = (condition: JsonObject, down: number, right: number): JsonObject => ({
  ...condition,
  values: arrayOf(condition.values).map((value) => {
    const text = stringOf(objectOf(value).userEnteredValue);
    if (text === undefined || !text.startsWith('=')) return value;
    return { userEnteredValue: shiftReferences(text, down, right) };
  }),
});

/** In conditional formats the paper is the background of the pattern, where cells have it in front. */
function styleOf(format: JsonObject): CellStyle {
  const font = emphasis(objectOf(format.textFormat));
  const paper = argb(format.backgroundColorStyle, format.backgroundColor);
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(paper !== undefined && { fill: { type: 'pattern', pattern: 'solid', bgColor: paper } }),
  };
}
