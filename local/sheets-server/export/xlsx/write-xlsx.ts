// hucre: of the free writers that are kept up it alone has formats, frozen panes, widths, merges and dropdowns.
import type { NamedRange, WriteOptions } from 'hucre';
import { formatArea, quoteTitle } from '../../a1.ts';
import { objectOf, stringOf } from '../../json.ts';
import type { Workbook } from '../../model/workbook.ts';
import { gridRange } from '../../range.ts';
import { CellStyles, DEFAULT_FONT } from './cell-style.ts';
import { cellsOf } from './cells.ts';
import { ChoiceLists } from './choice-lists.ts';
import { SheetNames } from './sheet-names.ts';
import { validationsOf } from './validations.ts';
import { worksheetOf } from './worksheet.ts';

/** The workbook as the bytes of an .xlsx. What it holds is read before the first wait: later writes do not show. */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const content = contentOf(workbook);
  const hucre = await import('hucre/xlsx');
  return hucre.writeXlsx(content);
}

function contentOf(workbook: Workbook): WriteOptions {
  const names = new SheetNames(workbook);
  const lists = new ChoiceLists(names);
  const styles = new CellStyles(workbook.state.locale);
  const sheets = workbook.sheets.map((sheet) => {
    const { rows, cells, width } = cellsOf(workbook, sheet, names, styles);
    const dataValidations = validationsOf(workbook, sheet, names, lists);
    return { ...worksheetOf(workbook, sheet, names.of(sheet.id), width), rows, cells, dataValidations };
  });
  const shown = workbook.sheets.findIndex(({ state }) => state.properties.hidden !== true);
  return {
    sheets: [...sheets, ...lists.sheet()],
    namedRanges: namedRanges(workbook, names),
    activeSheet: Math.max(0, shown),
    defaultFont: DEFAULT_FONT,
  };
}

function namedRanges(workbook: Workbook, names: SheetNames): NamedRange[] {
  return workbook.state.namedRanges.map((named) => {
    const range = gridRange(workbook, objectOf(named.range));
    const area = formatArea(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return { name: stringOf(named.name) ?? '', range: `${quoteTitle(names.of(range.sheet.id))}!${area}` };
  });
}
