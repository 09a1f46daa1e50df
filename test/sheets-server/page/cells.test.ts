import { afterAll, expect, it } from 'vitest';
import { linkTarget } from '../../../local/sheets-server/page/link-target.ts';
import type { CellsWire, TabWire } from '../../../local/sheets-server/page/wire.ts';
import { grid, oneTab } from '../requests/sheet-of.ts';

const { server, type, batch } = await oneTab();
afterAll(() => server.close());

const read = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${server.url}w/book/tab/0${path}`)).json()) as T; // our own wire
const cells = () => read<CellsWire>('/cells?rows=0-12&columns=0-6');
const cssAt = ({ rows, styles }: CellsWire, row: number, column: number) =>
  styles[rows[row]?.[column]?.s ?? -1]?.css ?? '';

it('lets links lead within the workbook, to others of this server, and out', () => {
  const target = (link: string) => linkTarget(link, 'mine', (id) => id === 'other');
  const document = (id: string, rest = '') => `https://docs.google.com/spreadsheets/d/${id}${rest}`;
  expect(target('#gid=3&fvid=7')).toBe('#gid=3&fvid=7');
  expect(target('#gid=3&range=B17')).toBe('#gid=3&range=B17');
  expect(target(document('mine', '/edit?gid=3#gid=3&range=B17'))).toBe('#gid=3&range=B17');
  expect(target(document('other', '/edit#gid=3&fvid=7'))).toBe('/w/other#gid=3&fvid=7');
  expect(target(document('else', '/edit#gid=3'))).toBe(document('else', '/edit#gid=3'));
  expect(target('mailto:a@example.com')).toBe('mailto:a@example.com');
  for (const bad of ['javascript:alert(1)', '#<b>', 'data:text/html,x', '//evil.example'])
    expect(target(bad)).toBeUndefined();
});

it('draws an edge once, whichever of its two cells has it', async () => {
  const line = { style: 'SOLID', color: { red: 1 } };
  await batch({
    updateCells: {
      start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
      fields: 'userEnteredFormat.borders',
      rows: [{ values: [{ userEnteredFormat: { borders: { top: line, left: line, right: line, bottom: line } } }] }],
    },
  });
  const wire = await cells();
  const sides = (row: number, column: number) =>
    [...cssAt(wire, row, column).matchAll(/border-(\w+)/g)].map(([, side]) => side);
  expect([sides(0, 1), sides(1, 0), sides(1, 1)]).toEqual([['bottom'], ['right'], ['right', 'bottom']]);
});

it('tells of the parts of a text, of computed links and of clipped text', async () => {
  type('T!A3:A4', [['=HYPERLINK("#gid=0&range=B"&(3+4),"there")'], ['clipped']]);
  await batch(
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 2, columnIndex: 1 },
        fields: 'userEnteredValue,textFormatRuns',
        rows: [
          {
            values: [
              {
                userEnteredValue: { stringValue: 'ab cd' },
                textFormatRuns: [{ startIndex: 3, format: { bold: true, link: { uri: '#gid=0' } } }],
              },
            ],
          },
        ],
      },
    },
    {
      repeatCell: {
        range: grid(3, 4, 0, 1),
        cell: { userEnteredFormat: { wrapStrategy: 'CLIP' } },
        fields: 'userEnteredFormat',
      },
    },
  );
  const { rows, styles } = await cells();
  expect(rows[2]?.[0]).toMatchObject({ t: 'there', link: '#gid=0&range=B7' });
  expect(rows[2]?.[1]?.runs).toMatchObject([{ t: 'ab ' }, { t: 'cd', link: '#gid=0' }]);
  expect(styles[rows[2]?.[1]?.runs?.[1]?.s ?? -1]?.css).toBe('font-weight:700');
  expect(styles[rows[3]?.[0]?.s ?? -1]).toEqual({ css: '', clip: true });
});

it('knows checkboxes: ticked, not ticked, with values of their own, and other text', async () => {
  const rule = (...values: string[]) => ({
    condition: { type: 'BOOLEAN', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
  });
  type('T!C5:C7', [[true], [''], ['text']]);
  type('T!D5:D6', [['yes'], ['no']]);
  await batch(
    { setDataValidation: { range: grid(4, 7, 2, 3), rule: rule() } },
    { setDataValidation: { range: grid(4, 6, 3, 4), rule: rule('yes', 'no') } },
  );
  const { rows } = await cells();
  expect([4, 5, 6].map((row) => rows[row]?.[2]?.tick)).toEqual([true, false, undefined]);
  expect([4, 5].map((row) => rows[row]?.[3])).toMatchObject([
    { tick: true, tickText: 'no' },
    { tick: false, tickText: 'yes' },
  ]);
});

it('tells what filters hide and ask, of the basic filter or of the view that is open', async () => {
  type('T!F1:F4', [['Rep'], ['Ann'], ['Bob'], ['Cy']]);
  const filterSpecs = (...hiddenValues: string[]) => [{ columnIndex: 5, filterCriteria: { hiddenValues } }];
  await batch(
    { setBasicFilter: { filter: { range: grid(0, 4, 5, 6), filterSpecs: filterSpecs('Bob') } } },
    {
      addFilterView: {
        filter: { filterViewId: 3, title: 'Cy', range: grid(0, 4, 5, 6), filterSpecs: filterSpecs('Ann', 'Bob') },
      },
    },
  );
  const views = [{ id: 3, title: 'Cy' }];
  expect(await read<TabWire>('')).toMatchObject({
    views,
    filtered: [[2, 3]],
    filter: { asks: [{ column: 5, words: 'Hides: Bob.' }] },
  });
  expect(await read<TabWire>('?view=3')).toMatchObject({
    view: { id: 3, title: 'Cy', rows: 3, shown: 1, sorted: false },
    filtered: [[1, 3]],
  });
  expect((await read<TabWire>('?view=9')).view).toEqual({ id: 9 });
});

it('counts of a filter view the rows that hold something, not the blank ones below', async () => {
  type('T!F1:F4', [['Rep'], ['Ann'], ['Bob'], ['Cy']]);
  const criteria = {
    columnIndex: 5,
    filterCriteria: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'Cy' }] } },
  };
  await batch({
    addFilterView: { filter: { filterViewId: 4, title: 'Cy', range: grid(0, 40, 5, 6), filterSpecs: [criteria] } },
  });
  expect(await read<TabWire>('?view=4')).toMatchObject({
    view: { rows: 3, shown: 1 },
    filtered: [
      [1, 3],
      [4, 40],
    ],
  });
});
