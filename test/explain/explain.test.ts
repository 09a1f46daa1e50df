import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURES, type Figure } from '../../lambdas/domain/weeks/figures.ts';
import { explain } from '../../lambdas/explain/explain.ts';
import { explanationText } from '../../local/commands/explain.ts';
import { activityLog, cellsOfRow } from '../support/activity-logs.ts';
import { type Service, service, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

const deps = (one: Service) => ({ store: one.store.open(), clock: () => one.now });
const asOf = { day: serial('2099-12-31'), minute: 720 };

async function settled(rows: Parameters<typeof service>[0], tabs: Parameters<typeof service>[1] = {}) {
  const one = service(rows, tabs);
  one.now = Date.parse('2099-12-31T12:00:00Z');
  await one.settle();
  return one;
}

describe('the rows behind a figure', () => {
  const ROWS = [
    row('2026-01-05', 'Ana', 'Acme', 'Attempt', 'Spoke'),
    row('2026-01-05', 'Ana', 'Acme', 'Attempt', 'Left a message', { count: 26 }),
    row('2026-01-06', 'Ana; Ben', 'Acme', 'Follow-up', 'Spoke', { count: 3 }),
    row('2026-01-07', 'Ben', 'Acme', 'Close', 'Booked', { amount: 900 }),
    row('2026-01-08', 'Ben', 'Acme', 'Close', 'Invoiced', { amount: 900 }),
    row('2026-01-12', 'Ana', 'Bolt', 'Attempt', 'Spoke'),
  ];

  test('are those that count, with what each adds', async () => {
    const found = await explain(deps(await settled(ROWS)), {
      ...{ workbook: WORKBOOK, day: serial('2026-01-09'), rep: 'ANA', figure: 'msis', asOf },
    });
    expect(explanationText(found, 'msis')).toBe(
      [
        'ANA, week of 2026-01-05: msis 4, from 2 rows',
        '         1  2026-01-05 | Ana | Acme | Attempt | Spoke',
        '         3  2026-01-06 | Ana; Ben | Acme | Follow-up | Spoke | x 3',
        '',
      ].join('\n'),
    );
  });

  test('of closes: a later invoice adds none, and an amount is in the currency', async () => {
    const one = await settled(ROWS);
    const request = { workbook: WORKBOOK, day: serial('2026-01-05'), asOf };
    const closes = await explain(deps(one), { ...request, figure: 'closes' });
    expect(closes.rows.map(({ row: { close } }) => close)).toEqual(['booked']);
    const amount = await explain(deps(one), { ...request, figure: 'closeAmount' });
    expect(explanationText(amount, 'closeAmount')).toMatch(
      /^Team, week of 2026-01-05: closeAmount 900\.00, from 1 row\n {4}900\.00 {2}2026-01-07/,
    );
  });

  test('a name of the Team tab stands for its aliases', async () => {
    const one = await settled(ROWS, {
      Team: [
        ['Rep', 'Aliases'],
        ['Ana Smith', 'Ana'],
        ['Ben', ''],
      ],
    });
    const found = await explain(deps(one), {
      workbook: WORKBOOK,
      day: serial('2026-01-05'),
      rep: 'ana',
      figure: 'msis',
      asOf,
    });
    expect(found).toMatchObject({ name: 'Ana Smith', total: 4 });
  });

  test('without a day are those of the week of today, as the workbook has it', async () => {
    const one = await settled(ROWS);
    const sunday = Date.parse('2026-01-11T22:59:00Z'); // 23:59 in Amsterdam
    const msis = async (clock: number) =>
      explain({ ...deps(one), clock: () => clock }, { workbook: WORKBOOK, figure: 'msis' });
    expect(await msis(sunday)).toMatchObject({ week: serial('2026-01-05'), name: 'Team', total: 5 });
    expect(await msis(sunday + 60_000)).toMatchObject({ week: serial('2026-01-12'), total: 1 });
    const before = { day: serial('2026-01-08'), minute: 0 };
    expect(await explain(deps(one), { workbook: WORKBOOK, figure: 'msis', asOf: before })).toMatchObject({ total: 5 });
  });

  test('that nobody is named in are those of nobody', async () => {
    const one = await settled([row('2026-01-05', '', 'Acme', 'Attempt', 'Spoke'), ...ROWS]);
    const found = await explain(deps(one), {
      ...{ workbook: WORKBOOK, day: serial('2026-01-05'), rep: ' (Unassigned) ', figure: 'msis', asOf },
    });
    expect(found).toMatchObject({ name: '(unassigned)', total: 1 });
    expect(found.rows).toHaveLength(1);
  });

  test('of a rep whom neither a row nor Team names: an error with those who are known', async () => {
    const request = { workbook: WORKBOOK, day: serial('2026-01-12'), figure: 'msis', asOf } as const;
    const alone = deps(await settled(ROWS));
    await expect(explain(alone, { ...request, rep: 'Bne' })).rejects.toThrow(
      'No row that counts names "Bne". Reps are: ana, ben.',
    );
    // A week without a row of hers.
    expect(await explain(alone, { ...request, rep: 'Ben' })).toMatchObject({ name: 'Ben', total: 0, rows: [] });

    const team = deps(await settled(ROWS, { Team: [['Rep'], ['Ana'], ['Zoë']] }));
    await expect(explain(team, { ...request, rep: 'Bne' })).rejects.toThrow(
      'No row that counts names "Bne", nor does Team. Reps are: Ana, Zoë, ben.',
    );
    expect(await explain(team, { ...request, rep: 'zoë' })).toMatchObject({ name: 'Zoë', total: 0 });
  });

  test('before the first rollup it says what to do', async () => {
    await expect(explain(deps(service(ROWS)), { workbook: WORKBOOK, figure: 'msis' })).rejects.toThrow(
      /run a sync first/,
    );
  });

  test('add up to the figure, whatever the rows, the rep and the figure', async () => {
    await fc.assert(
      fc.asyncProperty(
        activityLog(30),
        fc.constantFrom(...FIGURES),
        fc.constantFrom(undefined, 'Ana', 'Cy', '(unassigned)'),
        async (log, figure: Figure, rep) => {
          const one = await settled(log.map(cellsOfRow), { Team: [['Rep'], ['Ana'], ['Ben'], ['Cy']] });
          for (const day of new Set(log.map((each) => each.day))) {
            const found = await explain(deps(one), { workbook: WORKBOOK, day, figure, asOf, ...(rep && { rep }) });
            expect(found.rows.reduce((sum, { adds }) => sum + adds, 0)).toBe(found.total);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
