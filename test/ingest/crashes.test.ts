import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { someRows } from '../support/ingest-rows.ts';
import { Crash, crashAt } from '../support/intercept.ts';
import { type Service, service, stateOf } from '../support/ports.ts';
import { row } from '../support/trees.ts';

interface Scenario {
  readonly name: string;
  /** What there is, and what happened since. */
  readonly prepare: () => Promise<Service>;
}

const edit = (one: Service): void => {
  const { rows } = one.sheet.tab('Activity');
  (rows[4] ?? [])[5] = 'No answer';
  rows.splice(9, 1);
  rows.push(row('2026-02-02', 'Ben', 'Brand new', 'Close', 'Booked', { amount: 10 }));
};

async function settled(rows: readonly (readonly Cell[])[] = someRows(42)): Promise<Service> {
  const one = service(rows);
  await one.settle();
  return one;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'the first load', prepare: async () => service(someRows(42)) },
  {
    name: 'a few edits',
    prepare: async () => {
      const one = await settled();
      one.now += 60_000;
      edit(one);
      return one;
    },
  },
  {
    name: 'midnight',
    prepare: async () => {
      const one = await settled([...someRows(42), row('2026-02-03', 'Ana', 'Tomorrow', 'Ask', 'Sent')]);
      one.now += 24 * 3_600_000;
      return one;
    },
  },
  {
    name: 'a wiped tab',
    prepare: async () => {
      const one = await settled();
      one.sheet.tab('Activity').rows.splice(1);
      return one;
    },
  },
];

const MANY = 60;

describe.each(SCENARIOS)('after a crash during $name', ({ prepare }) => {
  test.each(['before', 'after'] as const)(
    'one clean run ends where no crash would have: call lost %s',
    async (when) => {
      const clean = await prepare();
      await clean.settle();
      const expected = stateOf(clean);
      let crashes = 0;
      for (let k = 0; k < MANY; k++) {
        const one = await prepare();
        const crash = crashAt(k, when);
        const run = async () => {
          await one.ingest({}, crash);
          await one.rollup(crash);
          await one.ingest({}, crash);
          await one.rollup(crash);
        };
        await run().catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        if (!crash.crashed) break;
        crashes++;
        await one.settle();
        expect(stateOf(one), `call ${k}`).toEqual(expected);
      }
      expect(crashes).toBeGreaterThan(8);
      expect(crashes).toBeLessThan(MANY);
    },
  );
});
