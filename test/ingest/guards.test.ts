import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { Inputs } from '../../lambdas/domain/inputs/rules.ts';
import type { RowChange } from '../../lambdas/domain/source/row-changes.ts';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import { stopForRemovals } from '../../lambdas/ingest/guards.ts';
import { HEADER, Items, inputsWith, itemsOfSource, leavesOf, row, sourceOf } from '../support/trees.ts';

type Grid = readonly (readonly Cell[])[];
const TEAM: Grid = [
  ['Rep', 'Aliases'],
  ['Anna', 'Ana'],
  ['Benjamin', 'Ben'],
];
const GOALS: Grid = [
  ['Period', 'Goal'],
  ['2026', 1000],
];
const all = (count: number, date = '2026-02-02'): Cell[][] =>
  Array.from({ length: count }, (_, at) => row(date, 'Ana', `Prospect ${at}`, 'Ask', 'Sent'));

interface Gone {
  readonly before?: Inputs;
  readonly after?: Inputs;
  readonly rows?: Grid;
  readonly left?: Grid;
  readonly accepted?: readonly (boolean | string | undefined)[];
}
const lineOf = (cells: readonly Cell[]): string => leavesOf(sourceOf([HEADER, cells]).tree)[0]?.lines[0] ?? '';

/** What is said of rows and tabs that were there before and are not now. */
function stop({ before = inputsWith(), after = before, rows = all(1), left = rows, accepted = [] }: Gone) {
  const stored = sourceOf([HEADER, ...rows], before);
  const items = new Items();
  items.put(itemsOfSource(stored));
  const removed = rows.filter((cells) => !left.includes(cells));
  const changes = removed.map(
    (cells): RowChange => ({ day: Number(cells[0]), rep: 'Ana', added: [], removed: [lineOf(cells)] }),
  );
  return stopForRemovals({
    ...{ load: items.load, before: stored.root, after: sourceOf([HEADER, ...left], after), inputs: after },
    ...{ lost: { changes, lines: removed.map(lineOf) }, accepted, weekStartsOn: 1 },
  });
}
const codeIn = (stopped: Awaited<ReturnType<typeof stop>>): string =>
  /to (ok-[0-9a-f]{6});/.exec(stopped?.message ?? '')?.[1] ?? '';

describe('settings tabs that are gone', () => {
  const both = inputsWith({ Team: TEAM, Goals: GOALS });

  test('each in a sentence, and what to do', async () => {
    const stopped = await stop({ before: both, after: inputsWith() });
    expect(stopped?.message).toBe(
      `The tab Team, which had 2 rows, is gone. The tab Goals, which had 1 row, is gone. If that was on purpose, set "Accept removals" on the Settings tab to ${codeIn(stopped)}; otherwise restore it from File > Version history.`,
    );
  });

  test('what confirms one confirms no other', async () => {
    const [team, goals, two] = await Promise.all(
      [inputsWith({ Goals: GOALS }), inputsWith({ Team: TEAM }), inputsWith()].map((after) =>
        stop({ before: both, after }),
      ),
    );
    expect(new Set([team, goals, two].map(codeIn)).size).toBe(3);
    expect(new Set([team, goals, two].map((one) => one?.digest)).size).toBe(3);
    const again = await stop({ before: both, after: inputsWith(), accepted: [undefined, codeIn(team)] });
    expect(again).toEqual(two);
    expect(await stop({ before: both, after: inputsWith(), accepted: [undefined, codeIn(two)] })).toBeUndefined();
    // The same loss of another Team is another one.
    const longer = inputsWith({ Team: [...TEAM, ['Cyril', 'Cy']], Goals: GOALS });
    expect(codeIn(await stop({ before: longer, after: inputsWith({ Goals: GOALS }) }))).not.toBe(codeIn(team));
  });

  test('nothing is gone from what can not be read: a full run is to make it good', async () => {
    const { root } = sourceOf([HEADER], both);
    const lost = { changes: [], lines: [] };
    const after = sourceOf([HEADER], inputsWith());
    const removals = { before: root, after, inputs: inputsWith(), lost, accepted: [], weekStartsOn: 1 };
    const missing = new MissingItem('workbook', { area: 'inputs', digest: root.inputs }, 1);
    expect(await stopForRemovals({ ...removals, load: () => Promise.reject(missing) })).toBeUndefined();
    await expect(stopForRemovals({ ...removals, load: () => Promise.reject(new Error('down')) })).rejects.toThrow(
      'down',
    );
  });
});

describe('rows that are gone', () => {
  test('a workbook without rows loses none', async () => {
    expect(await stop({ rows: [], after: inputsWith({ Team: TEAM }) })).toBeUndefined();
  });

  test('the last one is all of them; one of two is an edit like others', async () => {
    expect((await stop({ rows: all(1), left: [] }))?.message).toMatch(
      /^All rows of the tab Activity are gone\. If that/,
    );
    const two = all(2);
    expect(await stop({ rows: two, left: two.slice(1) })).toBeUndefined();
  });

  test('more than a fifth of a week, and ten: how many of which week', async () => {
    const rows = [...all(40), ...all(9, '2026-02-09')];
    const stopped = await stop({ rows, left: rows.slice(10) });
    expect(stopped?.message).toMatch(/^10 of 40 rows of the week of 2026-02-02 are gone from the tab Activity\. If/);
    expect(await stop({ rows, left: rows.slice(9) })).toBeUndefined();
  });

  test('one code for rows and tabs together, of these rows and these tabs', async () => {
    const rows = all(20);
    const [before, after] = [inputsWith({ Team: TEAM }), inputsWith()];
    const of = (more: Gone) => stop({ before, after, rows, left: rows.slice(12), ...more });
    const stopped = await of({});
    expect(stopped?.message).toMatch(
      /^12 of 20 rows .* from the tab Activity\. The tab Team, .* is gone\. If that was/,
    );
    expect(await of({ accepted: [codeIn(stopped)] })).toBeUndefined();
    expect(await of({ accepted: [codeIn(stopped)], left: rows.slice(13) })).toBeDefined();
    expect(await of({ accepted: [codeIn(stopped)], before: inputsWith({ Team: GOALS }) })).toBeDefined();
    expect(await of({ accepted: [false, 'ok-000000'] })).toEqual(stopped);
    expect(await of({ accepted: [true] })).toBeUndefined();
  });
});
