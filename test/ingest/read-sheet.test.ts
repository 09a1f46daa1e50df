import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { lastReadings } from '../../lambdas/domain/rows/last-readings.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { SheetsPort } from '../../lambdas/ports.ts';
import { someRows } from '../support/ingest-rows.ts';
import { intercepted } from '../support/intercept.ts';
import { NOON, service, WORKBOOK } from '../support/ports.ts';

/** The same sheet; `held` gets a weak reference to all that holds the answer. */
const watched = (sheet: SheetsPort, held: WeakRef<object>[]): SheetsPort => ({
  ...sheet,
  async read(workbook, sheetIds) {
    const read = await sheet.read(workbook, sheetIds);
    const tabs: typeof read.tabs = (earlier) => {
      const all = read.tabs(earlier);
      held.push(...all.map((tab) => new WeakRef(tab)));
      return all;
    };
    const answer = { ...read, tabs };
    held.push(new WeakRef(answer));
    return answer;
  },
});

test.each([
  { held: 'is let go of', rows: 10, first: [false, false], second: [false, false] },
  { held: 'keeps its tab for the next reading', rows: 1000, first: [false, true], second: [false, true] },
])('where $rows rows may be remembered, the answer of a sheet of 70 $held before items are written', async (given) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // there since the flag is set
  const one = service(someRows(70));
  const held: WeakRef<object>[] = [];
  const sheets = watched(one.sheet, held);
  const readings = lastReadings(given.rows);
  const run = async () => {
    held.length = 0;
    let found: boolean[] = [];
    const before = async (method: string): Promise<void> => {
      if (method !== 'putItems') return;
      // A reference that was made or asked for in this turn is kept until it is over.
      await new Promise(setImmediate);
      collect();
      found = held.map((reference) => reference.deref() !== undefined);
    };
    const store = intercepted(one.store.open({ clock: () => NOON }), { before });
    const { status } = await ingest({ sheets, store, clock: () => NOON, readings }, { workbook: WORKBOOK });
    return { status, found };
  };
  expect(await run()).toEqual({ status: 'changed', found: given.first });
  one.sheet.tab('Activity').rows.push(...someRows(1));
  expect(await run()).toEqual({ status: 'changed', found: given.second });
});
