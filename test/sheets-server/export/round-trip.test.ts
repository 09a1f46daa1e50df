import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../../local/import/read-xlsx.ts';
import { sampleWorkbook } from '../../../local/sample/sample-workbook.ts';
import type { FileCell } from '../../../local/sheets-server/workbook-file.ts';
import { type Running, running } from '../support.ts';
import { exported } from './support.ts';

describe('an exported workbook that is imported again', () => {
  let server: Running;
  beforeAll(async () => {
    server = await running();
  });
  afterAll(() => server.server.close());

  it('has the same values and formats on every tab of the sample', async () => {
    const sample = sampleWorkbook({ seed: 1, today: '2026-11-20' });
    const id = server.server.addWorkbook(sample);
    const tabs = await readXlsx(await exported(server, id), 'sample.xlsx');
    expect(tabs.map(({ title }) => title)).toEqual(sample.tabs.map(({ title }) => title));
    expect(sample.tabs[0]?.rows.length).toBeGreaterThan(10_000);
    for (const [index, tab] of sample.tabs.entries()) {
      const again = tabs[index];
      expect(again?.rows.map(filled)).toEqual(tab.rows.map(filled));
      expect(again?.formats).toMatchObject(numberFormats(tab.formats, again?.rows ?? []));
    }
  });
});

/** Cells up to the last one that holds something. */
function filled(cells: readonly FileCell[]): FileCell[] {
  const values = cells.map((cell) => (cell === undefined || cell === '' ? null : cell));
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return values;
}

/** The importer tells formats of columns in which it finds numbers. */
function numberFormats(formats: object = {}, rows: readonly (readonly FileCell[])[]): object {
  return Object.fromEntries(
    Object.entries(formats).filter(([column]) => rows.some((cells) => typeof cells[Number(column)] === 'number')),
  );
}
