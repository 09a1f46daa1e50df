import { expect, test } from 'vitest';
import { weeksUntil } from '../../../lambdas/domain/days/week.ts';
import { ratioText } from '../../../lambdas/domain/ratios/ratio.ts';
import { recentWinRates } from '../../../lambdas/domain/ratios/recent-win-rates.ts';
import { figuresOfWeeks } from '../../../lambdas/domain/weeks/figures-of-weeks.ts';
import { figuresOf } from '../../support/report-figures.ts';
import { row } from '../../support/trees.ts';

/** Current week: Monday 15 June 2026, so the 26 complete weeks are those from 15 December 2025 on. */
const ROWS = [
  row('2025-06-02', 'Zoe', 'First of all', 'Attempt', 'Spoke'),
  row('2026-03-02', 'Ana', 'Won', 'Close', 'Booked'),
  row('2025-12-14', 'Ana', 'Won before', 'Close', 'Booked'),
  row('2026-06-15', 'Ana', 'Won this week', 'Close', 'Booked'),
  row('2026-03-10', 'Ana', 'Lost', 'Close', 'Lost'),
  row('2026-03-11', 'Ana', 'Lost and worked again', 'Close', 'Lost'),
  row('2026-06-12', 'Ana', 'Lost and worked again', 'Ask', 'Sent'),
  row('2026-04-01', 'Ana', 'Stale', 'Opportunity', 'Spoke'),
  row('2026-04-01', 'Ana', 'Stale prospect', 'Attempt', 'Spoke'),
  row('2025-12-14', 'Ana', 'Silent for long', 'Opportunity', 'Spoke'),
  row('2026-03-30', 'Ana', 'Handed on', 'Opportunity', 'Spoke'),
  row('2026-04-01', 'Ben', 'Handed on', 'Ask', 'Sent'),
  row('2025-12-15', 'Cas', 'Silent since the first day', 'Opportunity', 'Spoke'),
  row('2026-03-30', 'Cas', 'Silent since a Monday', 'Opportunity', 'Spoke'),
];

test('win rates of the last 26 complete weeks: a stale deal is one of who worked it last', async () => {
  const { weeks, current, openDeals, standards } = await figuresOf(ROWS, '2026-06-15 12:00');
  const window = weeksUntil(current - 7, 26);
  const rates = recentWinRates((rep) => figuresOfWeeks(weeks, rep, window), window, openDeals, standards);
  const of = (rep: string) => {
    const { decision, stale, staleAdjusted } = rates(rep);
    return [ratioText(decision), stale, ratioText(staleAdjusted)];
  };
  // Won and Lost are decided; a deal that is worked again is not, and neither is one of another week.
  expect(of('r:ana')).toEqual(['1/2', 1, '1/3']);
  expect(of('r:ben')).toEqual(['– (0/0)', 1, '0/1']);
  expect(of('r:cas')).toEqual(['– (0/0)', 2, '0/2']);
  expect(of('t')).toEqual(['1/2', 4, '1/6']);
  expect(of('r:zoe')).toEqual(['– (0/0)', 0, '– (0/0)']);

  // Up to the Sunday before that Monday, and up to the one after it.
  const staleOfCas = (weeksAgo: number) => {
    const until = weeksUntil(current - 7 * weeksAgo, 26);
    return recentWinRates((rep) => figuresOfWeeks(weeks, rep, until), until, openDeals, standards)('r:cas').stale;
  };
  expect([staleOfCas(12), staleOfCas(11)]).toEqual([1, 2]);
});
