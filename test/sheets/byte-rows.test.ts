import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { type TabRows, tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { tabFromBytes } from '../support/tab-from-bytes.ts';

const rows = fc.array(fc.array(fc.constantFrom<Cell>('a', 'b', '✓', 1, 2.5, true, ''), { maxLength: 3 }), {
  maxLength: 12,
});
const allOf = (tab: TabRows) => tab.slice(0, tab.length);

describe('rows in the bytes of an answer', () => {
  test('are those that were sent, whatever part is asked for', () => {
    fc.assert(
      fc.property(rows, fc.nat(12), fc.nat(12), (sent, from, to) => {
        const tab = tabFromBytes(sent);
        expect(tab.length).toBe(sent.length);
        expect(allOf(tab)).toEqual(sent);
        const end = Math.min(to, sent.length);
        expect(tab.slice(from, end)).toEqual(sent.slice(from, Math.max(from, end)));
      }),
    );
  });

  test('are found in an earlier reading: as many as both have, each once, and only equal ones', () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, after, beside) => {
        const old = tabFromBytes(before);
        const now = tabFromBytes(after, beside ? old : undefined);
        const found = [...(now.rowsIn(old) ?? [])];
        const taken = found.filter((at) => at >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        found.forEach((at, row) => {
          if (at >= 0) expect(before[at]).toEqual(after[row]);
        });
        const left = before.map((row) => JSON.stringify(row));
        const both = after.filter((row) => {
          const at = left.indexOf(JSON.stringify(row));
          if (at >= 0) left.splice(at, 1);
          return at >= 0;
        });
        expect(taken).toHaveLength(both.length);
      }),
    );
  });

  test.each([
    ['one edited', (all: Cell[][]) => all.with(40, ['edited']), 99],
    ['one inserted above', (all: Cell[][]) => [['new'], ...all], 100],
    ['one deleted', (all: Cell[][]) => all.toSpliced(50, 1), 99],
    ['all sorted the other way', (all: Cell[][]) => all.toReversed(), 100],
    ['twice the same, where one was', (all: Cell[][]) => [...all, ...all], 100],
  ])('are found: %s', (_, edit, expected) => {
    const before: Cell[][] = Array.from({ length: 100 }, (__, at) => [at, `row ${at}`]);
    const found = tabFromBytes(edit(before)).rowsIn(tabFromBytes(before));
    expect(found?.filter((at) => at >= 0)).toHaveLength(expected);
  });

  test('can be compared with bytes alone', () => {
    expect(tabFromBytes([['a']]).rowsIn(tabOf([['a']]))).toBeUndefined();
    expect(tabOf([['a']]).rowsIn(tabFromBytes([['a']]))).toBeUndefined();
  });

  test('of an earlier reading are forgotten when the next one has taken over what it needs', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void; // there since the flag is set
    let last: TabRows | undefined;
    const read: WeakRef<TabRows>[] = [];
    for (let time = 0; time < 5; time++) {
      const values = Array.from({ length: 20 }, (_, at) => [at, at === time ? 'edited' : 'as before']);
      const tab = tabFromBytes(values, last);
      if (last) expect(tab.rowsIn(last)?.filter((at) => at < 0)).toHaveLength(2);
      read.push(new WeakRef(tab));
      last = tab;
    }
    // A reference that was made or asked for in this turn is kept until it is over.
    await new Promise(setImmediate);
    collect();
    expect(read.map((tab) => tab.deref() !== undefined)).toEqual([false, false, false, false, true]);
    expect(last?.length).toBe(20);
  });
});
