/** What one operation of the Sheets API takes and answers. */
export interface OperationShape {
  /** The message of the body, and what Google calls it in error messages ('' when the body is the whole request). */
  readonly body?: readonly [message: string, at: string];
  /** `bool`, `string`, `string[]`, or the field whose enumeration the parameter shares. */
  readonly query?: Readonly<Record<string, string>>;
  readonly answer: string;
}

const READ = {
  majorDimension: 'ValueRange.majorDimension',
  valueRenderOption: 'BatchGetValuesByDataFilterRequest.valueRenderOption',
  dateTimeRenderOption: 'BatchGetValuesByDataFilterRequest.dateTimeRenderOption',
};
const WRITE = {
  valueInputOption: 'BatchUpdateValuesRequest.valueInputOption',
  includeValuesInResponse: 'bool',
  responseValueRenderOption: READ.valueRenderOption,
  responseDateTimeRenderOption: READ.dateTimeRenderOption,
};
const whole = (message: string, answer: string): OperationShape => ({ body: [message, ''], answer });

export const OPERATION_SHAPES: Readonly<Record<string, OperationShape>> = {
  'spreadsheets.create': { body: ['Spreadsheet', 'spreadsheet'], answer: 'Spreadsheet' },
  'spreadsheets.get': {
    query: { ranges: 'string[]', includeGridData: 'bool', excludeTablesInBandedRanges: 'bool' },
    answer: 'Spreadsheet',
  },
  'spreadsheets.getByDataFilter': whole('GetSpreadsheetByDataFilterRequest', 'Spreadsheet'),
  'spreadsheets.batchUpdate': whole('BatchUpdateSpreadsheetRequest', 'BatchUpdateSpreadsheetResponse'),
  'developerMetadata.get': { answer: 'DeveloperMetadata' },
  'developerMetadata.search': whole('SearchDeveloperMetadataRequest', 'SearchDeveloperMetadataResponse'),
  'sheets.copyTo': whole('CopySheetToAnotherSpreadsheetRequest', 'SheetProperties'),
  'values.get': { query: READ, answer: 'ValueRange' },
  'values.batchGet': { query: { ...READ, ranges: 'string[]' }, answer: 'BatchGetValuesResponse' },
  'values.batchGetByDataFilter': whole('BatchGetValuesByDataFilterRequest', 'BatchGetValuesByDataFilterResponse'),
  'values.update': { body: ['ValueRange', 'data'], query: WRITE, answer: 'UpdateValuesResponse' },
  'values.append': {
    body: ['ValueRange', 'data'],
    query: { ...WRITE, insertDataOption: 'AppendValuesRequest.insertDataOption' },
    answer: 'AppendValuesResponse',
  },
  'values.batchUpdate': whole('BatchUpdateValuesRequest', 'BatchUpdateValuesResponse'),
  'values.batchUpdateByDataFilter': whole(
    'BatchUpdateValuesByDataFilterRequest',
    'BatchUpdateValuesByDataFilterResponse',
  ),
  'values.clear': whole('ClearValuesRequest', 'ClearValuesResponse'),
  'values.batchClear': whole('BatchClearValuesRequest', 'BatchClearValuesResponse'),
  'values.batchClearByDataFilter': whole('BatchClearValuesByDataFilterRequest', 'BatchClearValuesByDataFilterResponse'),
};
