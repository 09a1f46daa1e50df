import { describe, expect, test } from 'vitest';
import type { Head, Stop } from '../../lambdas/domain/trees/head.ts';
import { FIRST_HEAD } from '../../lambdas/domain/trees/move-head.ts';
import { type Note, noteSnapshot, noteStop, stopOf } from '../../lambdas/ingest/head-notes.ts';
import type { Payload } from '../../lambdas/ingest/payload.ts';
import { memoryStore } from '../support/memory-store.ts';
import { WORKBOOK } from '../support/ports.ts';

const payloadOf = (digest: string): Payload => ({
  ...{ digest, tabs: { Activity: 5 }, rows: () => ({}) },
  description: { title: 'Sales', locale: 'en_GB', timeZone: 'Etc/UTC', tabs: [], namedRanges: [] },
});
const CHECKED = { day: 46_000, timeZone: 'Europe/London' };
const HEAD: Head = {
  ...{ revision: 3, generation: 7, payload: 'bytes', source: 'rows', tabs: { Activity: 5 }, checked: CHECKED },
  ...{ facts: 'facts', moment: 'then', activity: { sheetId: 5, row: 0, date: 0 } },
};
const STOP: Stop = { message: 'All rows are gone.', digest: 'lost', since: 1000 };
/** What changed nothing. */
const SAME: Note = {
  ...{ payload: payloadOf('bytes'), source: 'rows', checked: CHECKED },
  ...{ activity: undefined, run: undefined, moment: undefined },
};

function storeWith(head: Head) {
  const { table, open } = memoryStore();
  table.heads.set(WORKBOOK, head);
  return { store: open(), now: () => table.heads.get(WORKBOOK) ?? FIRST_HEAD };
}
/** What the head is after a note, taken when the head was `known`. */
async function noted(note: Partial<Note>, head: Head = HEAD, known: Head = head) {
  const { store, now } = storeWith(head);
  const returned = await noteSnapshot(store, WORKBOOK, known, { ...SAME, ...note });
  return { returned, head: now() };
}

describe('a snapshot is noted', () => {
  test('with all that is new of it, as the next generation; the rest stays', async () => {
    const activity = { sheetId: 6, row: 1, date: 2, check: 3 };
    const checked = { day: 46_001, timeZone: 'Europe/Paris' };
    const payload = { ...payloadOf('others'), tabs: { Activity: 6, Team: 7 } };
    const { returned, head } = await noted({
      ...{ payload, source: 'other rows', checked, activity, moment: 'now', run: [46_001, 720, 9, 2, 1] },
    });
    expect(head).toStrictEqual({
      ...{ revision: 4, generation: 8, payload: 'others', source: 'other rows', tabs: { Activity: 6, Team: 7 } },
      ...{ checked, activity, moment: 'now', runs: [[46_001, 720, 9, 2, 1]], facts: 'facts' },
    });
    expect(returned).toStrictEqual(head);
  });

  test('what it does not tell stays: place, moment, runs; verdicts are right only when it says so', async () => {
    const runs = [[46_000, 700, 8, 8, 0]] as const;
    const { head } = await noted({ payload: payloadOf('others'), checked: undefined }, { ...HEAD, runs });
    const { checked: _, ...rest } = HEAD;
    expect(head).toStrictEqual({ ...rest, runs, payload: 'others', revision: 4, generation: 8 });
  });

  test('nothing is written when nothing changed', async () => {
    expect(await noted({})).toStrictEqual({ returned: HEAD, head: HEAD });
    const { checked: _, ...unchecked } = HEAD;
    expect((await noted({ checked: undefined }, unchecked)).head).toBe(unchecked);
  });

  test.each([
    ['other bytes', { payload: payloadOf('others') }],
    ['other rows', { source: 'other rows' }],
    ['another day of the verdicts', { checked: { ...CHECKED, day: 46_001 } }],
    ['another zone of theirs', { checked: { ...CHECKED, timeZone: 'Europe/Paris' } }],
    ['no verdicts any more', { checked: undefined }],
  ])('%s alone are noted', async (_, note) => {
    expect((await noted(note)).head.generation).toBe(8);
  });

  test('it ends a stop, also where it is what was there before', async () => {
    const { returned, head } = await noted({}, { ...HEAD, stop: STOP });
    expect(head).toStrictEqual({ ...HEAD, revision: 4, generation: 8 });
    expect(returned).toStrictEqual(head);
  });

  test('never over one that was noted since', async () => {
    const newer = { ...HEAD, revision: 4, generation: 8, payload: 'newer' };
    expect(await noted({ source: 'older' }, newer, HEAD)).toStrictEqual({ returned: undefined, head: newer });
    // A report that moved the head meanwhile is no snapshot.
    const published = { ...HEAD, revision: 9, facts: 'others' };
    expect((await noted({ source: 'new' }, published, HEAD)).head).toMatchObject({ source: 'new', facts: 'others' });
  });
});

describe('a stop', () => {
  test('began when this refusal was first met', () => {
    const stopped = { ...HEAD, stop: STOP };
    const { message, digest } = STOP;
    expect(stopOf(stopped, { message, digest }, 2000)).toStrictEqual(STOP);
    expect(stopOf(stopped, { message: 'More is gone.', digest }, 2000)).toMatchObject({ since: 2000 });
    expect(stopOf(stopped, { message, digest: 'more' }, 2000)).toMatchObject({ digest: 'more', since: 2000 });
    expect(stopOf(HEAD, { message, digest }, 2000)).toStrictEqual({ ...STOP, since: 2000 });
  });

  async function stopped(head: Head, { payload = 'bytes', stop = STOP, known = head } = {}) {
    const { store, now } = storeWith(head);
    return [await noteStop(store, WORKBOOK, known, payloadOf(payload), stop), now()] as const;
  }

  test('is noted as the next generation, beside the last good source and its last run', async () => {
    const [first, second] = [[46_000, 700, 8, 8, 0] as const, [45_999, 700, 8, 8, 0] as const];
    const [done, head] = await stopped({ ...HEAD, runs: [first, second] }, { payload: 'broken' });
    expect(done).toBe(true);
    expect(head).toStrictEqual({ ...HEAD, revision: 4, generation: 8, payload: 'broken', runs: [first], stop: STOP });
    expect('runs' in (await stopped(HEAD))[1]).toBe(false);
  });

  test('is noted once, and again with other bytes, words or rows', async () => {
    const head = { ...HEAD, stop: STOP };
    expect(await stopped(head)).toStrictEqual([true, head]);
    expect((await stopped(head, { payload: 'others' }))[1]).toMatchObject({ generation: 8, payload: 'others' });
    const [said, more] = [
      { ...STOP, message: 'More is gone.' },
      { ...STOP, digest: 'more' },
    ];
    expect((await stopped(head, { stop: said }))[1]).toMatchObject({ generation: 8, stop: said });
    expect((await stopped(head, { stop: more }))[1]).toMatchObject({ generation: 8, stop: more });
  });

  test('never over a snapshot that was noted since', async () => {
    const newer = { ...HEAD, revision: 4, generation: 8 };
    expect(await stopped(newer, { known: HEAD })).toStrictEqual([false, newer]);
  });
});
