import fc, { type AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import { type MemoryService, STAGES, type Stage } from './memory-service.ts';
import { activityOf, headerOf } from './rep-edits.ts';
import { DEFAULT_RULES, dayInAmsterdam, type ModelRow } from './sales-model.ts';
import { BOOK, expectModel, type Modelled, putRow, runAll, storedFigures } from './sales-model-run.ts';

type Command = AsyncCommand<Modelled, MemoryService>;
/** Fewer than the guard against mass removals asks about. */
const FEW = 9;

const command = (
  name: string,
  run: (model: Modelled, one: MemoryService) => Promise<void> | void,
  check: (model: Readonly<Modelled>) => boolean = () => true,
): Command => ({ check, run: async (model, one) => run(model, one), toString: () => name });

/**
 * The day is told in days before today, so that a sequence may run over many weeks. Something is in every row: one of
 * empty cells is a blank row (see `blank`).
 */
const typed = fc.record({
  ago: fc.constantFrom<number | string>(0, 0, 1, 3, 6, 8, 15, -1, -3, 'soon', ''),
  rep: fc.constantFrom('Ana', 'Ben', 'Cy', 'ana', 'Annie', 'Ana; Ben', 'Ben;Annie', ''),
  prospect: fc.constantFrom('Acme', 'Bolt', 'Crane', 'Dune', ''),
  activity: fc.constantFrom('Attempt to connect', 'call', '', 'Opp', 'Ask', 'ASK', 'Close', 'Administration', 'Lunch'),
  outcome: fc.constantFrom('Spoke', 'Left a message', 'Voicemail', 'Interested', ''),
  count: fc.constantFrom<number | ''>('', '', 2, 26),
});
const row = typed.filter((cells) => Object.values(cells).some((cell) => cell !== ''));
type Drawn = typeof row extends fc.Arbitrary<infer T> ? T : never;
const rowOf = ({ ago, ...rest }: Drawn, one: MemoryService): ModelRow => {
  const outcome = rest.activity === 'Close' ? (rest.outcome === 'Spoke' ? 'Lost' : 'Booked') : rest.outcome;
  return { ...rest, outcome, date: typeof ago === 'number' ? dayInAmsterdam(one.now) - ago : ago };
};

const at = fc.nat(40);
const place = (model: Modelled, n: number): number => n % Math.max(1, model.rows.length);
const some = (model: Readonly<Modelled>): boolean => model.rows.length > 0 && model.removed < FEW;

const type = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) =>
  command(`type ${JSON.stringify(rows)}`, (model, one) => {
    for (const drawn of rows) {
      putRow(one, model.rows.length, rowOf(drawn, one), true);
      model.rows.push(rowOf(drawn, one));
    }
  }),
);
const edit = fc.tuple(at, row).map(([n, drawn]) =>
  command(
    `edit ${n} ${JSON.stringify(drawn)}`,
    (model, one) => {
      putRow(one, place(model, n), rowOf(drawn, one), false);
      model.rows[place(model, n)] = rowOf(drawn, one);
      model.removed++;
    },
    some,
  ),
);
const remove = fc.tuple(at, fc.integer({ min: 1, max: 3 })).map(([n, count]) =>
  command(
    `delete ${count} at ${n}`,
    (model, one) => {
      const from = place(model, n);
      const { rows } = activityOf(one.sheet(BOOK));
      rows.splice(headerOf(activityOf(one.sheet(BOOK))).row + 1 + from, count);
      model.removed += model.rows.splice(from, count).length;
    },
    // Never all: a tab without rows is another story (see `wipe`).
    (model) => some(model) && model.rows.filter((each) => each !== undefined).length > 4,
  ),
);
const blank = at.map((n) =>
  command(`insert a blank row at ${n}`, (model, one) => {
    putRow(one, place(model, n), undefined, true);
    model.rows.splice(place(model, n), 0, undefined);
  }),
);
const reverse = fc.constant(
  command('turn the rows round', (model, one) => {
    const { rows } = activityOf(one.sheet(BOOK));
    const first = headerOf(activityOf(one.sheet(BOOK))).row + 1;
    while (rows.length < first + model.rows.length) rows.push([]);
    rows.splice(first, model.rows.length, ...rows.slice(first, first + model.rows.length).reverse());
    model.rows.reverse();
  }),
);
const columns = fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) =>
  command(`move column ${from} to ${to}, insert one`, (_, one) => {
    const { rows } = activityOf(one.sheet(BOOK));
    const width = Math.max(...rows.map((cells) => cells.length));
    for (const cells of rows) {
      while (cells.length < width) cells.push('');
      cells.splice(to % width, 0, ...cells.splice(from % width, 1));
      if (width < 20) cells.splice(from % width, 0, '');
    }
  }),
);
const rename = fc.constantFrom('Log', 'Activity', 'Was').map((title) =>
  command(`rename the tab to ${title}`, (_, one) => {
    activityOf(one.sheet(BOOK)).title = title;
  }),
);
const team = fc.boolean().map((named) =>
  command(named ? 'Annie is Ana' : 'Annie is nobody', (model, one) => {
    one.sheet(BOOK).tab('Team').rows[1] = ['Ana', 'ana@example.com', named ? 'Annie' : ''];
    model.rules = { ...model.rules, aliases: new Map(named ? [['annie', 'ana']] : []) };
  }),
);
const outcomes = fc.record({ counts: fc.boolean(), ago: fc.constantFrom(undefined, 0, 7) }).map(({ counts, ago }) =>
  command(`outcomes: Interested and Voicemail, ${counts} from ${ago}`, (model, one) => {
    const from = ago === undefined ? undefined : dayInAmsterdam(one.now) - ago;
    const listed = ['Interested', 'Voicemail'];
    one.sheet(BOOK).tab('Outcomes').rows = [
      ['Outcome', 'Counts', 'From'],
      ...listed.map((outcome) => [outcome, counts ? 'Meaningful' : 'Not meaningful', from ?? '']),
    ];
    const rules = listed.map((outcome) => ({ outcome: outcome.toLowerCase(), counts, from: from ?? 1 }));
    model.rules = { ...model.rules, outcomes: [...DEFAULT_RULES.outcomes, ...rules] };
  }),
);
const clock = fc.constantFrom(1, 7, 13, 24, 72, 7 * 24, 25 * 24, 100 * 24).map((hours) =>
  command(`${hours} hours later`, (_, one) => {
    one.now += hours * 3_600_000;
  }),
);
const stages = fc.array(fc.constantFrom<Stage>(...STAGES), { minLength: 1, maxLength: 6 }).map((list) =>
  command(`messages: ${list.join(', ')}`, async (model, one) => {
    for (const stage of list) await one.run(stage, BOOK);
    if (list.includes('ingest')) model.removed = 0;
  }),
);
const settle = fc.constant(command('settle', expectModel));

/** While it lasts, everything stays as it was; what was there is then put back. */
const wipe = fc.boolean().map((withHeader) =>
  command(
    withHeader ? 'wipe all and put it back' : 'wipe the rows and put them back',
    async (model, one) => {
      await expectModel(model, one);
      const tab = activityOf(one.sheet(BOOK));
      const [before, figures] = [tab.rows, await storedFigures(one)];
      tab.rows = withHeader ? [] : before.slice(0, headerOf(tab).row + 1);
      await runAll(one);
      await runAll(one);
      expect(one.store.table.heads.get(BOOK)?.stop?.message).toBeDefined();
      expect(await storedFigures(one)).toEqual(figures);
      tab.rows = before;
      await expectModel(model, one);
      expect(one.store.table.heads.get(BOOK)?.stop).toBeUndefined();
    },
    (model) => model.rows.some((each) => each !== undefined),
  ),
);
/** Twelve rows of one week go at once: held until somebody says that it was on purpose. */
const massRemoval = fc.boolean().map((byCode) =>
  command(`take out twelve rows, accepted ${byCode ? 'by code' : 'by command'}`, async (model, one) => {
    const date = dayInAmsterdam(one.now) - 700;
    const from = model.rows.length;
    const kept = [...model.rows];
    // A confirmation holds for the very rows that it was given for.
    const of = one.store.table.heads.get(BOOK)?.revision ?? 0;
    for (let n = 0; n < 12; n++) {
      const each = {
        date,
        rep: 'Cy',
        prospect: `Gone ${n} of ${of}`,
        activity: 'Ask',
        outcome: `${n}`,
        count: '' as const,
      };
      putRow(one, from + n, each, true);
      model.rows.push(each);
    }
    await expectModel(model, one);
    const figures = await storedFigures(one);
    const tab = activityOf(one.sheet(BOOK));
    tab.rows.splice(headerOf(tab).row + 1 + from, 12);
    await runAll(one);
    const stop = one.store.table.heads.get(BOOK)?.stop?.message ?? '';
    expect(await storedFigures(one)).toEqual(figures);
    const code = /ok-[0-9a-f]{6}/.exec(stop)?.[0] ?? 'no code';
    const setting = one.sheet(BOOK).tab('Settings').rows[1] ?? [];
    if (byCode) setting[1] = code;
    else await one.run('ingest', BOOK, {}, { acceptRemovals: true });
    model.rows = kept;
    await expectModel(model, one);
  }),
);

export const salesCommands = fc.commands(
  [type, type, type, edit, edit, remove, blank, reverse, columns, rename, team, outcomes, clock, clock].concat([
    stages,
    stages,
    stages,
    settle,
    wipe,
    massRemoval,
  ]),
  { maxCommands: 30, size: 'max' },
);
