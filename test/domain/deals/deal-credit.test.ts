import { describe, expect, test } from 'vitest';
import { BEGIN, outcome, W, WON } from '../../support/one-deal.ts';
import { Items, readRollup, rollUp, row, withSettings } from '../../support/trees.ts';

describe('who is credited', () => {
  const closeOf = async (lines: string[], rep: string) => outcome({ events: lines }, rep);

  test('a deal worked by two: the cohort is of who began, the close of who booked', async () => {
    const lines = ['1 Attempt - Ana', '2 Opportunity - Ben', '3 Booked 10 Ben'];
    expect(await closeOf(lines, 'r:ana')).toMatchObject({ expected: {}, cohorts: { 1: WON } });
    expect(await closeOf(lines, 'r:ben')).toMatchObject({ expected: { 3: { closes: 1 } }, cohorts: {} });
    expect(await closeOf(lines, 't')).toMatchObject({ expected: { 3: { closes: 1 } }, cohorts: { 1: WON } });
  });

  test('a close row naming two: one close each, one for the team', async () => {
    const lines = ['1 Attempt - Ana', '2 Booked 10 Ana;Ben'];
    for (const rep of ['r:ana', 'r:ben', 't'])
      expect((await closeOf(lines, rep)).expected).toEqual({
        2: { closes: 1, closeAmount: 10, bookedAmount: 10 },
      });
  });

  test('a name with a semicolon, known by its alias, is one name', async () => {
    const items = new Items();
    const inputs = withSettings({});
    const team = {
      ...inputs.tabs,
      Team: [
        ['Rep', 'Aliases'],
        ['Jansen; Jr', 'jj'],
      ],
    };
    const rows = [BEGIN, row(W[1] ?? '', 'jj', 'Acme', 'Close', 'Booked')];
    const { root } = await rollUp(items, rows, { inputs: { ...inputs, tabs: team } });
    expect((await readRollup(items, root)).figures(W[1] ?? '', 'r:jansen; jr')).toMatchObject({ closes: 1, rows: 1 });
  });
});
