import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { INPUT_SHEET_IDS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { cellData } from '../../lambdas/sheets/cell-data.ts';
import type { CellLayout, StyleName } from '../../lambdas/tabs/layout.ts';
import type { TabPlace } from './place-tab.ts';

/** Examples stand on a tab of their own: rows there are never read, so none has to be deleted before figures are right. */
export const HOW_TO = { sheetId: 1_710_002_009, title: 'How to', part: 'how-to' } as const;

const WIDTHS = [130, 110, 180, 160, 170, 100, 300];

const cell = (value: string, style: StyleName, link?: string): CellLayout => ({ value, style, ...(link && { link }) });
const line = (text: string, style: StyleName = 'text'): CellLayout[] => [cell(text, style)];

const EXAMPLES = [
  ['2026-11-16', 'Ann', 'Acme', 'Attempt to connect', 'Left a message', '', 'not an MSI: left a message'],
  ['2026-11-16', 'Ann', 'Acme', 'Attempt to connect', 'Interested', '', '✓ 1 today'],
  ['2026-11-16', 'Ann', 'Acme', 'Opportunity', 'Agreed next step', '', '✓ 2 today'],
  ['2026-11-16', 'Ann', 'Acme', 'Ask', 'Needs time', '3500', '✓ 3 today'],
  ['2026-11-16', 'Ann', 'Acme', 'Close', 'Booked', '3500', '✓ 4 today'],
  ['2026-11-16', 'Ann;Bob', 'Bolt', 'Follow-up', 'Answered questions', '', '✓ Ann 5, Bob 1 today'],
  ['', 'Bob', 'Crux', 'Ask', 'Needs time', '900', 'rejected: no date'],
  ['2026-11-16', 'Bob', '', 'Administration', '', '', '✓ not selling'],
] as const;

function rowsOf(places: ReadonlyMap<InputTab, TabPlace>): CellLayout[][] {
  const tabs = [...places.values()].map(({ spec, sheetId, title }) => [
    cell(title, 'text', `#gid=${sheetId}`),
    cell(spec.about, 'text'),
  ]);
  const header = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Amount', 'Check'];
  return [
    line('How to use this sheet', 'title'),
    line('This tab explains. Leadsheet never reads it: delete it when everybody knows.', 'muted'),
    [],
    line('For reps', 'heading'),
    line('1. On the tab Activity, type one row for each thing that you do, when you do it: it takes ten seconds.'),
    line('2. Red = the row does not count yet. Yellow = look again. The column Check says why.'),
    line('3. Messages left and calls that nobody answered need not be typed. If you do type them, they do not count.'),
    [],
    line('For the owner', 'heading'),
    line('1. List the reps on Team; then the dropdown on Activity offers them. Goals, Calendar and the rest can wait.'),
    line('2. Look through Outcomes: it says what is no meaningful interaction.'),
    line(
      '3. Share the spreadsheet with the account of Leadsheet as an editor. The first report brings the report tabs.',
    ),
    line('Tabs may be renamed, columns moved and added. Keep the header names: by them a column is found.'),
    [],
    line('Examples (not counted)', 'heading'),
    header.map((name) => cell(name, 'head')),
    ...EXAMPLES.map((row) => row.map((text, at) => cell(text, at === row.length - 1 ? 'muted' : 'text'))),
    [],
    line('The tabs', 'heading'),
    ...tabs,
  ];
}

/** `index` = where it stands among the tabs; undefined = last. */
export function howToRequests(
  places: ReadonlyMap<InputTab, TabPlace>,
  index: number | undefined,
): sheets_v4.Schema$Request[] {
  const rows = rowsOf(places);
  const { sheetId, title } = HOW_TO;
  const gridProperties = { rowCount: rows.length + 2, columnCount: WIDTHS.length, hideGridlines: true };
  return [
    { addSheet: { properties: { sheetId, title, ...(index !== undefined && { index }), gridProperties } } },
    {
      updateCells: {
        range: {
          sheetId,
          startRowIndex: 0,
          endRowIndex: rows.length,
          startColumnIndex: 0,
          endColumnIndex: WIDTHS.length,
        },
        rows: rows.map((row) => ({ values: row.map(cellData) })),
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...WIDTHS.map((pixelSize, column) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    })),
  ];
}

/** Tabs that people do not type activities into, whatever their columns look like. */
export const isOwnTab = (sheetId: number): boolean =>
  sheetId === HOW_TO.sheetId || Object.values<number>(INPUT_SHEET_IDS).includes(sheetId);
