import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { date, events, W } from '../../support/one-deal.ts';
import { Items, readRollup, rollUp, row } from '../../support/trees.ts';

describe('opening deals', () => {
  const opening = async (lines: string[], begin: Cell[][] = []) => {
    const items = new Items();
    const { root } = await rollUp(items, [...begin, ...events(lines)]);
    return readRollup(items, root);
  };

  test('first seen above an attempt within the first 4 weeks: outside ratios and lags, their closes count', async () => {
    const read = await opening(['1 Opportunity', '6 Booked 10']);
    expect(read.figures(W[6] ?? '')).toMatchObject({ closes: 1, closeAmount: 1000 });
    expect(read.cohort(W[1] ?? '')).toEqual({});
    expect(read.daysToClose(W[6] ?? '')).toEqual([]);
  });

  test('the 4 weeks are those of the workbook, half-open; the next occurrence is no opening deal', async () => {
    const begin = [row(date('1.3'), 'Ana', 'Other', 'Administration')];
    expect((await opening(['4.6 Opportunity'], begin)).cohort(W[4] ?? '')).toEqual({});
    expect((await opening(['5 Opportunity'], begin)).cohort(W[5] ?? '')).toEqual({ deals: 1, opportunity: 1 });
    const again = await opening(['1 Opportunity', '2 Booked 10', '3 Ask 5']);
    expect(again.cohort(W[3] ?? '')).toMatchObject({ deals: 1, opportunity: 1, ask: 1 });
  });

  test('first seen as an attempt: it is in a cohort', async () => {
    expect((await opening(['1 Attempt', '1.1 Ask 5'])).cohort(W[1] ?? '')).toMatchObject({ deals: 1, ask: 1 });
  });
});
