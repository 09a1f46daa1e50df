import { describe, expect, test } from 'vitest';
import type { Head } from '../../../lambdas/domain/trees/head.ts';
import type { TreeItem } from '../../../lambdas/domain/trees/item.ts';
import { MissingItem } from '../../../lambdas/domain/trees/missing-item.ts';
import { FIRST_HEAD, moveHead } from '../../../lambdas/domain/trees/move-head.ts';
import { putMissing } from '../../../lambdas/domain/trees/put-missing.ts';
import { RUNS_KEPT, type Run, withRun } from '../../../lambdas/domain/trees/runs.ts';

const HOUR = 3_600_000;
const item = (digest: string, area = 'leaf'): TreeItem => ({ area, digest, body: digest });

test.each([
  [1, 'Workbook book: item leaf#abc is not in the table. '],
  [2, 'Workbook book: item leaf#abc and 1 more is not in the table. '],
  [7, 'Workbook book: item leaf#abc and 6 more is not in the table. '],
])('of %i missing items one is named, with what to do', (count, words) => {
  const error = new MissingItem('book', item('abc'), count);
  expect(error.message).toBe(
    `${words}It was deleted while in use, or never written. To write everything again: leadsheet sync book --full`,
  );
  expect(error).toMatchObject({ name: 'MissingItem', workbook: 'book' });
  expect(error.ref).toStrictEqual({ area: 'leaf', digest: 'abc' });
});

describe('a head', () => {
  /** A store whose head somebody else moves before the first `beaten` swaps. */
  function contended(beaten: number) {
    let head: Head | undefined;
    let swaps = 0;
    return {
      swaps: () => swaps,
      readHead: async () => head,
      async swapHead(_: string, expected: Head | undefined, next: Head) {
        swaps += 1;
        if (swaps <= beaten) head = { ...FIRST_HEAD, generation: 100 + swaps, revision: (head?.revision ?? 0) + 1 };
        if (swaps <= beaten || head !== expected) return false;
        head = next;
        return true;
      },
    };
  }
  const oneMore = (head: Head) => ({ ...head, generation: head.generation + 1 });

  test('moves from the first one, and then from what is there', async () => {
    const store = contended(0);
    expect(await moveHead(store, 'book', oneMore)).toEqual({ revision: 1, generation: 1, tabs: {} });
    expect(await moveHead(store, 'book', oneMore)).toEqual({ revision: 2, generation: 2, tabs: {} });
  });

  test('moved by another in between is looked at again', async () => {
    expect(await moveHead(contended(2), 'book', oneMore)).toMatchObject({ revision: 3, generation: 103 });
  });

  test('stays where the change no longer holds', async () => {
    const store = contended(1);
    const once = (head: Head) => (head.generation === 0 ? oneMore(head) : undefined);
    expect(await moveHead(store, 'book', once)).toBeUndefined();
    expect(store.swaps()).toBe(1);
  });

  test('moved by others twenty times in a row is left for the next run', async () => {
    const [nineteen, twenty] = [contended(19), contended(20)];
    expect(await moveHead(nineteen, 'book', oneMore)).toMatchObject({ generation: 120 });
    await expect(moveHead(twenty, 'book', oneMore)).rejects.toThrow(
      'the head of workbook book was moved by others 20 times in a row; run the sync again',
    );
    expect(twenty.swaps()).toBe(20);
  });
});

describe('a large put', () => {
  const now = 100 * HOUR;
  const stored = [
    { ...item('old'), putAt: now - 6 * HOUR },
    { ...item('new'), putAt: now - 6 * HOUR + 1 },
    { ...item('torn'), putAt: now, isTorn: true as const },
    { ...item('elsewhere', 'other'), putAt: now },
  ];
  async function putOf(items: readonly TreeItem[], many: number) {
    const put: string[] = [];
    let looks = 0;
    const store = {
      async putItems(_: string, given: readonly TreeItem[]) {
        put.push(...given.map(({ digest }) => digest));
      },
      async *listItems() {
        looks += 1;
        yield* stored;
      },
    };
    await putMissing(store, 'book', items, now, many);
    return { put, looks };
  }
  const items = ['old', 'new', 'torn', 'elsewhere', 'never'].map((digest) => item(digest));

  test('leaves out what was put whole within six hours, and nothing else', async () => {
    expect(await putOf(items, 5)).toEqual({ put: ['old', 'torn', 'elsewhere', 'never'], looks: 1 });
  });

  test('that is none does not look', async () => {
    expect(await putOf(items, 6)).toEqual({ put: ['old', 'new', 'torn', 'elsewhere', 'never'], looks: 0 });
  });
});

test('the last runs are kept, newest first', () => {
  const run = (rows: number): Run => [46_000, 0, rows, 0, 0];
  expect(withRun(undefined, run(1))).toEqual([run(1)]);
  const all = Array.from({ length: 12 }, (_, n) => n).reduce<readonly Run[]>((runs, n) => withRun(runs, run(n)), []);
  expect(all.map(([, , rows]) => rows)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  expect(all).toHaveLength(RUNS_KEPT);
});
