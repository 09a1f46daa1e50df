import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayOfIso } from '../../lambdas/domain/days/day.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { readFigures } from '../../local/read-figures.ts';
import { startLocalService } from '../../local/service.ts';
import {
  activityLines,
  BANK_LOANS_MISSING,
  bankLoans,
  bankLoansAreHere,
  daysBetween,
  expectedLines,
  expectedTotals,
  type Line,
  linesOf,
  mondayOf,
} from '../support/e2e-bank-loans.ts';
import { type Ended, leadsheet, withFolder } from '../support/e2e-command.ts';

/** Our column -> the column of the expected files. */
const COUNTS = { attempts: 'attempt', opportunities: 'opportunity', asks: 'ask', closes: 'close' } as const;
const AS_OF = '2012-03-14';

const counts = (line: Line, side: 'ours' | 'theirs'): string =>
  Object.entries(COUNTS)
    .map(([ours, theirs]) => `${theirs} ${Number(line[side === 'ours' ? ours : theirs])}`)
    .join(', ');
const rounded = (value: string | undefined, digits: number): string =>
  value === undefined || value === '' ? 'none' : Number(value).toFixed(digits);
/** Rounded once already on either side, so the last of six digits may differ by one. */
const sixDigits = (value: string | undefined): number => (value === undefined || value === '' ? -1 : Number(value));

describe.skipIf(!bankLoansAreHere)(`a real log of 48,769 rows (skipped when ${BANK_LOANS_MISSING})`, () => {
  let ended: Ended;
  let files: Record<'weekly.csv' | 'weekly_team.csv' | 'reps.csv' | 'problems.csv' | 'run.json', string>;
  let daysToClose: Map<number, number>;

  beforeAll(() =>
    withFolder(async (folder) => {
      const [out, store] = [join(folder, 'out'), join(folder, 'store')];
      ended = await leadsheet('run', bankLoans, '--as-of', AS_OF, '--out', out, '--store', store, '--quiet');
      const read = async (name: string) => [name, await readFile(join(out, name), 'utf8')] as const;
      const names = ['weekly.csv', 'weekly_team.csv', 'reps.csv', 'problems.csv', 'run.json'];
      files = Object.fromEntries(await Promise.all(names.map(read))) as typeof files; // of these names
      daysToClose = await storedDaysToClose(store);
    }),
  );

  test('ends well', () => {
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('48,769 rows read: 48,769 accepted, 0 rejected');
  });

  test('weekly.csv: every rep-week and every figure', async () => {
    const ours = linesOf(files['weekly.csv']).map((line) => `${line.week_start} ${line.rep}: ${counts(line, 'ours')}`);
    const theirs = (await expectedLines('weekly_by_rep.csv')).map(
      (line) => `${mondayOf(line.iso_week ?? '')} ${line.rep || '(unassigned)'}: ${counts(line, 'theirs')}`,
    );
    expect(theirs).toHaveLength(1024);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test('weekly_team.csv: counts, closes per ask by way of the counts, and amounts', async () => {
    const ours = linesOf(files['weekly_team.csv']).map((line) => ({
      line: `${line.week_start}: ${counts(line, 'ours')}, ${rounded(line.close_amount, 2)}`,
      ratio: Number(line.asks) === 0 ? -1 : Number(line.closes) / Number(line.asks),
    }));
    const theirs = (await expectedLines('weekly_team.csv')).map((line) => ({
      line: `${mondayOf(line.iso_week ?? '')}: ${counts(line, 'theirs')}, ${rounded(line.close_amount, 2)}`,
      ratio: sixDigits(line.close_per_ask),
    }));
    expect(theirs).toHaveLength(25);
    expect(ours.map(({ line }) => line)).toEqual(theirs.map(({ line }) => line));
    for (const [i, { ratio }] of ours.entries()) expect(ratio).toBeCloseTo(theirs[i]?.ratio ?? Number.NaN, 5);
  });

  test('reps.csv: totals, amounts and ratios of each rep', async () => {
    const ours = linesOf(files['reps.csv']).sort(by(({ rep }) => rep));
    const theirs = (await expectedLines('by_rep.csv'))
      .map((line): Line => ({ ...line, rep: line.rep || '(unassigned)' }))
      .sort(by(({ rep }) => rep));
    const line = (of: Line, side: 'ours' | 'theirs') =>
      `${of.rep}: ${counts(of, side)}, ${rounded(of.close_amount, 2)}`;
    expect(theirs).toHaveLength(62);
    expect(ours.map((of) => line(of, 'ours'))).toEqual(theirs.map((of) => line(of, 'theirs')));
    for (const [i, of] of ours.entries()) {
      expect(sixDigits(of.closes_per_ask)).toBeCloseTo(sixDigits(theirs[i]?.close_per_ask), 5);
      expect(sixDigits(of.closes_per_opportunity)).toBeCloseTo(sixDigits(theirs[i]?.close_per_opportunity), 5);
      expect(sixDigits(of.closes_per_attempt)).toBeCloseTo(sixDigits(theirs[i]?.close_per_attempt), 5);
    }
  });

  test('the totals, and not a row lost', async () => {
    const total = (column: string) =>
      linesOf(files['weekly_team.csv']).reduce((sum, line) => sum + Number(line[column]), 0);
    const totals = Object.keys(COUNTS).map(total);
    expect(totals).toEqual([34_383, 5_113, 7_030, 2_243]);
    const { by_type, close_amount, rows } = (await expectedTotals()) as {
      by_type: Record<string, number>;
      close_amount: number;
      rows: number;
    };
    expect(totals).toEqual(Object.values(COUNTS).map((name) => by_type[name]));
    expect(total('close_amount')).toBeCloseTo(close_amount, 2);
    const run = JSON.parse(files['run.json']) as { rows: Record<string, number> };
    expect(run.rows).toMatchObject({ read: rows, held: 0 });
    expect(Number(run.rows.accepted) + Number(run.rows.rejected)).toBe(48_769);
  });

  test('problems.csv lists every flagged row', () => {
    const run = JSON.parse(files['run.json']) as { rows: { rejected: number; flagged: number } };
    const sheetRows = linesOf(files['problems.csv']).map((line) => line.sheet_row);
    expect(new Set(sheetRows).size).toBe(run.rows.rejected + run.rows.flagged);
    expect(sheetRows.map(Number)).toEqual(sheetRows.map(Number).sort((a, b) => a - b));
    const withoutRep = linesOf(files['problems.csv']).filter((line) => line.kind === 'flagged: no rep');
    expect(withoutRep).toHaveLength(4_183);
  });

  test('run.json says what it cost', () => {
    const stage = { seconds: expect.any(Number), rows_per_second: expect.any(Number) };
    expect(JSON.parse(files['run.json'])).toMatchObject({
      as_of: AS_OF,
      stages: { import: stage, ingest: stage, rollup: stage, report: stage },
      sheets_api: { reads: expect.any(Number), writes: 4, bytes_read: expect.any(Number) },
      dynamodb: { read_units: expect.any(Number), write_units: expect.any(Number) },
      peak_memory_mb: expect.any(Number),
    });
    const { dynamodb, seconds, peak_memory_mb } = JSON.parse(files['run.json']);
    expect(dynamodb.write_units_per_row).toBeLessThanOrEqual(0.5);
    expect(dynamodb.read_units).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThan(0.1);
    expect(peak_memory_mb).toBeGreaterThan(50);
  });

  test('days from first activity to close, of each close outside the opening deals', async () => {
    const closes = await expectedLines('days_to_close.csv');
    expect(closes.reduce((sum, { n }) => sum + Number(n), 0)).toBe(2_243);
    const ofRep = new Map(linesOf(files['reps.csv']).map((line) => [line.rep, line.closes]));
    for (const { rep, n } of closes) expect(`${rep} ${ofRep.get(rep)}`).toBe(`${rep} ${n}`);

    // The means there begin with an event that the log does not hold, so the days are counted here from the log itself.
    const days = daysByHand(await activityLines());
    expect(days).toHaveLength(2_066);
    expect([...daysToClose].sort((a, b) => a[0] - b[0])).toEqual([...tally(days)].sort((a, b) => a[0] - b[0]));
    expect([Math.min(...daysToClose.keys()), Math.max(...daysToClose.keys())]).toEqual([0, 86]);
  });
});

async function storedDaysToClose(store: string): Promise<Map<number, number>> {
  const service = await startLocalService({ dataDir: store });
  try {
    const asOf = { day: dayOfIso(AS_OF) ?? Number.NaN, minute: 1440 };
    const { weeks } = await readFigures(compose(service.env), 'leadsheet-run', asOf);
    const days = new Map<number, number>();
    for (const week of weeks.values())
      for (const [count, deals] of week.daysToClose) days.set(count, (days.get(count) ?? 0) + deals);
    return days;
  } finally {
    await service.close();
  }
}

/** "opening deals: first seen above an attempt within the first 4 weeks of a workbook's data ... outside ratios and lags". */
function daysByHand(lines: readonly Line[]): number[] {
  const first = new Map<string, string>();
  for (const { account = '', date = '' } of lines) {
    const known = first.get(account);
    if (known === undefined || date < known) first.set(account, date);
  }
  const beganWithCall = new Set(
    lines.flatMap(({ account = '', date, activity_type }) =>
      activity_type === 'attempt' && first.get(account) === date ? [account] : [],
    ),
  );
  // 1 October 2011 was a Saturday: its week began on 26 September.
  const openingUntil = '2011-10-24';
  return lines.flatMap(({ account = '', date = '', activity_type }) => {
    const from = first.get(account) ?? '';
    if (activity_type !== 'close' || (from < openingUntil && !beganWithCall.has(account))) return [];
    return [daysBetween(from, date)];
  });
}

function tally(values: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

const by =
  <T>(key: (item: T) => string | undefined) =>
  (a: T, b: T): number =>
    (key(a) ?? '') < (key(b) ?? '') ? -1 : 1;
