import { parseMask, wants } from '../field-mask.ts';
import { parameter, parameters, type ReadOperation } from '../operation.ts';
import { resolveA1 } from '../range.ts';
import { spreadsheetJson } from './spreadsheet-json.ts';

export const spreadsheetsGet: ReadOperation = {
  name: 'spreadsheets.get',
  writes: false,
  run(workbook, input) {
    const fields = parameter(input, 'fields');
    const mask = parseMask(fields ?? '*');
    // A field mask decides about the cells alone; `includeGridData` is then ignored.
    const gridData =
      fields === undefined
        ? parameter(input, 'includeGridData')?.toLowerCase() === 'true'
        : wants(mask, 'sheets', 'data') && fields !== '*';
    const ranges = parameters(input, 'ranges').map((text) => resolveA1(workbook, text));
    return spreadsheetJson(workbook, { gridData, ranges, mask });
  },
};
