import { describe, expect, test } from 'vitest';
import type { ForecastInput } from '../../lambdas/domain/forecast/forecast-input.ts';
import { reportOutlook } from '../../lambdas/domain/forecast/report-outlook.ts';
import { noFacts } from '../../lambdas/domain/weeks/facts.ts';
import { FORECAST_COLUMNS, forecastBlock } from '../../lambdas/tabs/forecast-block.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { trackRecordRows } from '../../lambdas/tabs/track-record-rows.ts';
import { historyOf, START } from '../support/deal-histories.ts';
import { livesOf, testRandom } from '../support/simulated-team.ts';

const ODDS = [
  { next: 0.08, lost: 0.02 },
  { next: 0.1, lost: 0.02 },
  { next: 0.1, lost: 0.04 },
] as const;
const lives = livesOf({ start: START, days: 7 * 34, newDealsADay: 2, odds: ODDS, reps: ['ana', 'ben'] }, testRandom(4));

/** The block reads of the figures what a forecast reads, and the names of reps. */
const figuresOf = (input: ForecastInput) => {
  const facts = noFacts(START);
  return { ...input, quality: { names: {} }, facts, outlook: reportOutlook({ ...input, facts }, []) } as ReportFigures;
};
const figures = figuresOf(historyOf(lives, START + 7 * 34 - 1, [{ name: 'Ana' }, { name: 'Ben' }]));
const valuesOf = (rows: ReturnType<typeof forecastBlock>['rows']) => rows.map((row) => row.map(({ value }) => value));

describe('the forecast on a tab', () => {
  const block = forecastBlock(figures, 40, 10);
  const rows = valuesOf(block.rows);

  test('says the finding, then the eight weeks', () => {
    expect(rows[0]?.[0]).toMatch(/^Forecast: \d+ closes in the next 4 weeks \(\d+ to \d+\), revenue [\d,]+$/);
    // 34 weeks from 6 January 2025: the last day known is Sunday 31 August.
    expect(rows[1]?.[0]).toContain('From Mon 1 Sep 2025 on.');
    expect(
      rows
        .slice(4, 12)
        .map(([until]) => until)
        .slice(0, 2),
    ).toEqual(['7 Sep', '14 Sep']);
    for (const [, low = 0, expected = 0, high = 0] of rows.slice(4, 12)) {
      expect(Number(low)).toBeLessThanOrEqual(Number(expected));
      expect(Number(expected)).toBeLessThanOrEqual(Number(high));
    }
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(FORECAST_COLUMNS);
  });

  test('the charts show the table, wherever the block stands', () => {
    for (const { domain, series } of block.charts) {
      expect(domain).toEqual({ startRow: 43, endRow: 52, startColumn: 0, endColumn: 1 });
      expect(series.map(({ dashed = false }) => dashed)).toEqual([true, false, true]);
    }
    const lines = block.charts.flatMap(({ series }) =>
      series.map(({ range }) => rows[range.startRow - 40]?.[range.startColumn]),
    );
    expect(lines).toEqual(['Closes, at least', 'expected', 'at most', 'Revenue, at least', 'expected', 'at most']);
  });

  test('the reps together have what the team has', () => {
    const of = (name: string): number => Number(rows.find(([first]) => first === name)?.[1]);
    expect(of('Ana') + of('Ben')).toBeCloseTo(Number(rows[7]?.[2]), 0);
  });

  test('who has left has no line, unless open deals are still theirs', () => {
    const last = START + 7 * 34 - 1;
    const left = (end: number) => {
      const then = figuresOf(historyOf(lives, last, [{ name: 'Ana' }, { name: 'Ben', end }, { name: 'Cas', end }]));
      return valuesOf(forecastBlock(then, 0, 9).rows);
    };
    const lineOf = (name: string, of: typeof rows) => of.find(([first]) => first === name);
    // Through 30 August 2025; the forecast begins on 1 September.
    const gone = left(last - 1);
    expect(lineOf('Cas', gone)).toBeUndefined();
    expect(lineOf('Ben', gone)?.[3]).toBe('left Sat 30 Aug 2025; open deals are still theirs');
    expect(Number(lineOf('Ben', gone)?.[1])).toBeLessThan(Number(lineOf('Ben', rows)?.[1]));
    expect(lineOf('Ana', gone)).toEqual(lineOf('Ana', rows));
    expect(gone.flat().join('\n')).toContain('decide whose they are now');
    // Also of who is gone for longer than the weeks of which reps have lines.
    expect(lineOf('Ben', left(START + 7))?.[3]).toBe('left Mon 13 Jan 2025; open deals are still theirs');
    // Who leaves on the first day forecast is there yet.
    expect(lineOf('Cas', left(last + 1))?.slice(1, 3)).toEqual([0, 0]);
    expect(lineOf('Ben', left(last + 1))).toEqual(lineOf('Ben', rows));
  });

  test('below 13 complete weeks it says how many there are', () => {
    const then = figuresOf(historyOf(lives, START + 7 * 9 - 3));
    const young = forecastBlock(then, 0, 9);
    expect(valuesOf(young.rows)).toEqual([
      ['Forecast'],
      ['Not enough history: 8 of 13 complete weeks. The forecast appears with the 13th.'],
    ]);
    expect(young.charts).toEqual([]);
  });
});

describe('the track record on a tab', () => {
  const past = (week: number, expected: number, actual: number) => {
    const one = { low: Math.floor(expected) - 2, expected, high: Math.ceil(expected) + 2, actual };
    return { week, closes: one, revenue: { ...one, low: 0 } };
  };

  test('is a sentence that a manager understands', () => {
    const forecasts = [past(START, 8.4, 5), past(START + 7, 6, 5), past(START + 14, 5.2, 5)];
    const rows = valuesOf(trackRecordRows([{ weeks: 4, forecasts }], 2));
    expect(rows[1]?.[0]).toBe(
      'Over 3 weeks the 4-week forecast was on average 1.5 closes too high; 2 of 3 fell inside the range (about 2 should).',
    );
    expect(rows.slice(-3).map(([week, range, , , inside]) => [week, range, inside])).toEqual([
      ['20 Jan', '3 to 8', '✓ yes'],
      ['13 Jan', '4 to 8', '✓ yes'],
      ['6 Jan', '6 to 11', '✗ no'],
    ]);
  });

  test('says when there is none yet', () => {
    const rows = valuesOf(
      trackRecordRows(
        [
          { weeks: 1, forecasts: [] },
          { weeks: 4, forecasts: [] },
        ],
        2,
      ),
    );
    expect(rows[1]?.[0]).toContain('No forecast is old enough');
  });
});
