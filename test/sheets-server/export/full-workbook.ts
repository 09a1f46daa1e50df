import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Running } from '../support.ts';
import { CHARTS } from './full-charts.ts';

type Request = sheets_v4.Schema$Request;

export const OTHER = 7;
const red = { red: 1 };
const area = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRowIndex: startRow,
  endRowIndex: endRow,
  startColumnIndex: startColumn,
  endColumnIndex: endColumn,
});
const paper = (red: number, green: number, blue: number) => ({
  backgroundColorStyle: { rgbColor: { red, green, blue } },
});
const when = (type: string, ...values: string[]) => ({
  type,
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});
const rule = (ranges: object[], condition: object, format: object = paper(1, 0, 0)): Request => ({
  addConditionalFormatRule: { rule: { ranges, booleanRule: { condition, format } } },
});

/** In the order of the tab "Rules". */
const RULES: Request[] = [
  rule([area(1, 9, 1, 2)], when('NUMBER_GREATER', '10'), { textFormat: { bold: true, foregroundColor: red } }),
  rule([area(1, 9, 0, 1)], when('TEXT_CONTAINS', 'a*"b')),
  rule([area(1, 9, 0, 1), area(1, 9, 3, 4)], when('CUSTOM_FORMULA', '=$B2+A2>Rules!B$1')),
  rule([area(1, 9, 2, 3)], { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] }),
  rule([area(1, 9, 2, 3)], when('DATE_BETWEEN', '01/11/2026', '=TODAY()')),
  rule([area(1, 9, 0, 1)], when('NOT_BLANK')),
  rule([area(1, 9, 0, 1)], when('CUSTOM_FORMULA', '=REGEXMATCH(A2,"x")')),
];

const gradient: Request = {
  addConditionalFormatRule: {
    rule: {
      ranges: [area(1, 9, 1, 2)],
      gradientRule: {
        minpoint: { type: 'MIN', color: red },
        midpoint: { type: 'PERCENTILE', value: '50', color: { red: 1, green: 1 } },
        maxpoint: { type: 'NUMBER', value: '100', color: { green: 1 } },
      },
    },
  },
};

const link = (uri: string) => ({ textFormat: { link: { uri } } });

const CELLS: Request = {
  updateCells: {
    start: { rowIndex: 9, columnIndex: 0 },
    fields: 'userEnteredValue,userEnteredFormat,note,textFormatRuns',
    rows: [
      {
        values: [
          { userEnteredValue: { stringValue: 'noted' }, note: 'First line\nsecond <line>' },
          { userEnteredValue: { stringValue: 'out' }, userEnteredFormat: link('https://example.com/a b?x=1&y=2') },
          { userEnteredValue: { stringValue: 'in' }, userEnteredFormat: link(`#gid=${OTHER}&range=B2`) },
          { userEnteredValue: { stringValue: 'bad' }, userEnteredFormat: link('javascript:alert(1)') },
          { userEnteredValue: { formulaValue: `=HYPERLINK("#gid=${OTHER}&range=C3","go")` } },
          {
            userEnteredValue: { stringValue: 'plain and bold' },
            textFormatRuns: [{ startIndex: 10, format: { bold: true } }],
          },
          {
            userEnteredValue: { stringValue: 'turned' },
            userEnteredFormat: {
              textRotation: { angle: -45 },
              wrapStrategy: 'WRAP',
              borders: { top: { style: 'SOLID_THICK', color: red }, left: { style: 'DOTTED' } },
            },
          },
          { userEnteredValue: { formulaValue: '=SPARKLINE(B2:B9,{"charttype","column";"color","#00ff00"})' } },
        ],
      },
    ],
  },
};

const hide = (dimension: string, startIndex: number, endIndex: number): Request => ({
  updateDimensionProperties: {
    range: { sheetId: 0, dimension, startIndex, endIndex },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});
const group = (dimension: string, startIndex: number, endIndex: number): Request => ({
  addDimensionGroup: { range: { sheetId: 0, dimension, startIndex, endIndex } },
});

const FRAME: Request[] = [
  { mergeCells: { range: area(10, 12, 0, 2), mergeType: 'MERGE_ALL' } },
  { setBasicFilter: { filter: { range: area(0, 9, 0, 4), criteria: { 0: { hiddenValues: ['name 7'] } } } } },
  hide('ROWS', 30, 31),
  hide('COLUMNS', 12, 13),
  group('ROWS', 3, 7),
  group('ROWS', 4, 6),
  group('COLUMNS', 8, 10),
  {
    updateDimensionGroup: {
      dimensionGroup: {
        range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 7 },
        depth: 1,
        collapsed: true,
      },
      fields: 'collapsed',
    },
  },
  { updateSheetProperties: { properties: { sheetId: 0, tabColor: { blue: 1 } }, fields: 'tabColor' } },
  { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [area(1, 3, 0, 1)] } } },
  { addProtectedRange: { protectedRange: { range: { sheetId: OTHER, ...area(0, 1, 0, 1) } } } },
  { addNamedRange: { namedRange: { name: 'totals', range: { sheetId: OTHER, ...area(0, 3, 0, 2) } } } },
  {
    setDataValidation: {
      range: area(1, 9, 1, 2),
      rule: { condition: when('NUMBER_BETWEEN', '0', '100'), strict: true },
    },
  },
  { setDataValidation: { range: area(1, 9, 2, 3), rule: { condition: when('DATE_AFTER', '01/01/2026') } } },
  { setDataValidation: { range: area(1, 9, 3, 4), rule: { condition: when('TEXT_ENDS_WITH', '!') } } },
];

/** A workbook `full` with everything that is exported, on the tabs "Rules" and "It's 2". */
export async function addFullWorkbook({ server, api }: Running): Promise<void> {
  const rows = Array.from({ length: 8 }, (_, row) => [`name ${row}`, row * 5, 46_300 + row, `end ${row}`, row / 10]);
  server.addWorkbook({
    id: 'full',
    title: 'Full',
    locale: 'en_GB',
    timeZone: 'Europe/London',
    tabs: [
      {
        title: 'Rules',
        rows: [['Name', 'Count', 'Day', 'End', 'Rate'], ...rows],
        formats: { 2: { type: 'DATE', pattern: 'dd/mm/yyyy' }, 4: { type: 'PERCENT', pattern: '0%' } },
      },
    ],
  });
  await api.spreadsheets.batchUpdate({
    spreadsheetId: 'full',
    requestBody: {
      requests: [
        { addSheet: { properties: { sheetId: OTHER, title: "It's 2" } } },
        CELLS,
        // Each goes before those that are there.
        gradient,
        ...RULES.toReversed(),
        ...FRAME,
        ...CHARTS,
      ],
    },
  });
}
