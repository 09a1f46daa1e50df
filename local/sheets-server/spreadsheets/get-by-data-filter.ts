import { resolveFilters } from '../data-filter.ts';
import { parseMask, wants } from '../field-mask.ts';
import { parameter, type ReadOperation } from '../operation.ts';
import { spreadsheetJson } from './spreadsheet-json.ts';

export const spreadsheetsGetByDataFilter: ReadOperation = {
  name: 'spreadsheets.getByDataFilter',
  writes: false,
  run(workbook, input) {
    const { body } = input;
    const fields = parameter(input, 'fields');
    const mask = parseMask(fields ?? '*');
    const gridData =
      fields === undefined ? body.includeGridData === true : wants(mask, 'sheets', 'data') && fields !== '*';
    const ranges = resolveFilters(workbook, body.dataFilters).map(({ range }) => range);
    return spreadsheetJson(workbook, { gridData, ranges, mask });
  },
};
