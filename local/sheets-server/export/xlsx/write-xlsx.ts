// hucre: why this writer, see docs/decisions.md.
import type { CellValue, RowDef, WriteOptions, WriteSheet } from 'hucre';
import type { Workbook } from '../../model/workbook.ts';
import { CellStyles } from './cell-style.ts';
import { cellsOf } from './cells.ts';
import { ChartParts } from './charts/chart-parts.ts';
import { ChoiceLists } from './choice-lists.ts';
import { conditionalRules } from './conditional-formats.ts';
import { DEFAULT_FONT } from './font.ts';
import { namedRanges } from './named-ranges.ts';
import { protectionOf, unlock } from './protection.ts';
import { replaceParts } from './replace-parts.ts';
import { SheetNames } from './sheet-names.ts';
import { sparklinesOf } from './sparklines.ts';
import { validationsOf } from './validations.ts';
import { lastOf, worksheetOf } from './worksheet.ts';

/** The workbook as the bytes of an .xlsx. What it holds is read before the first wait: later writes do not show. */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const names = new SheetNames(workbook);
  const charts = new ChartParts(workbook, names);
  const content = contentOf(workbook, names, charts);
  const hucre = await import('hucre/xlsx');
  return replaceParts(await hucre.writeXlsx(content), charts.parts);
}

function contentOf(workbook: Workbook, names: SheetNames, charts: ChartParts): WriteOptions {
  const lists = new ChoiceLists(names);
  const styles = new CellStyles(workbook.state.locale);
  const sheets = workbook.sheets.map((sheet): WriteSheet => {
    const cells = cellsOf(workbook, sheet, names, styles);
    const protection = protectionOf(sheet);
    if (protection !== undefined) unlock(workbook, sheet, cells);
    const frame = worksheetOf(workbook, sheet, names.of(sheet.id), cells.width, cells.columnStyles);
    return {
      ...frame,
      rows: withRoomFor(cells.rows, frame.rowDefs),
      cells: cells.cells,
      dataValidations: validationsOf(workbook, sheet, names, lists),
      conditionalRules: conditionalRules(workbook, sheet, names),
      sparklines: sparklinesOf(workbook, sheet, names),
      charts: charts.standInsFor(sheet),
      ...(protection !== undefined && { protection }),
    };
  });
  const shown = workbook.sheets.findIndex(({ state }) => state.properties.hidden !== true);
  return {
    sheets: [...sheets, ...lists.sheet()],
    namedRanges: namedRanges(workbook, names),
    activeSheet: Math.max(0, shown),
    defaultFont: DEFAULT_FONT,
  };
}

/** The writer forgets what is said of rows behind the last one, such as that they are hidden. */
function withRoomFor(rows: CellValue[][], said: ReadonlyMap<number, RowDef> = new Map()): CellValue[][] {
  const last = lastOf(said.keys());
  return last < rows.length ? rows : [...rows, ...Array.from({ length: last + 1 - rows.length }, () => [])];
}
