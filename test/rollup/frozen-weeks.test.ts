import { describe, expect, test } from 'vitest';
import type { Facts } from '../../lambdas/domain/weeks/facts.ts';
import { lastClosedWeek } from '../../lambdas/domain/weeks/frozen-weeks.ts';
import { repFigures } from '../../lambdas/domain/weeks/week-rollup.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { NOON, type Service, service, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

const DAY = 86_400_000;
/** Monday 2026-02-02 is the first read; weeks begin on Mondays. */
const ROWS = [
  row('2026-01-05', 'Ana', 'Acme', 'Attempt', 'Spoke'),
  row('2026-01-06', 'Ana', 'Bolt', 'Attempt', 'Spoke'),
  row('2026-01-27', 'Ana', 'Crane', 'Attempt', 'Spoke'),
];

function factsOf({ store }: Service): Facts {
  const name = store.table.heads.get(WORKBOOK)?.facts ?? '';
  return JSON.parse(store.table.items.get(WORKBOOK)?.get(`facts#${name}`)?.body ?? 'null') as Facts;
}

async function restated(one: Service): Promise<Record<string, number>> {
  const head = one.store.table.heads.get(WORKBOOK);
  if (!head?.source || !head.derived) throw new Error('nothing is rolled up');
  const day = Math.floor(one.now / DAY) + 25_569;
  const rolledUp = { ...head, source: head.source, derived: head.derived };
  const figures = await loadFigures(one.store.open(), WORKBOOK, rolledUp, () => ({ day, minute: 720 }));
  return Object.fromEntries(
    [...figures.asReported].map(([week, rollup]) => [week, repFigures(rollup, 't', week, week + 6).msis]),
  );
}

async function onDay(one: Service, days: number): Promise<Service> {
  one.now = NOON + days * DAY;
  await one.settle();
  return one;
}

/** First read on day 0, weeks closed on day 15. */
async function closed(tabs: Parameters<typeof service>[1] = {}): Promise<Service> {
  const one = await onDay(await onDay(service(ROWS, tabs), 0), 15);
  expect(factsOf(one).frozen?.weeks).toHaveLength(2);
  return one;
}

describe('weeks close', () => {
  test.each([
    // since, today, days after the end, expected
    ['2026-02-02', '2026-02-16', 14, undefined], // weeks over when it was first read: 14 days after that
    ['2026-02-02', '2026-02-17', 14, '2026-01-26'],
    ['2026-02-02', '2026-02-22', 14, '2026-01-26'],
    ['2026-02-02', '2026-02-23', 14, '2026-02-02'], // its end, 8 February, is 15 days ago
    ['2026-01-01', '2026-02-02', 0, '2026-01-26'], // ended yesterday
  ])('first read %s, today %s, after %i days: through %s', (since, today, after, through) => {
    expect(lastClosedWeek(serial(since), serial(today), after, 1)).toBe(through && serial(through));
  });

  test('with the counts as they were reported; later changes show beside them', async () => {
    const one = await onDay(service(ROWS), 0);
    expect(factsOf(one)).toEqual({ since: serial('2026-02-02'), targets: [], forecasts: [], agendas: [] });
    await onDay(one, 15);
    expect(factsOf(one).frozen).toMatchObject({ through: serial('2026-01-26') });
    expect(factsOf(one).frozen?.weeks.map(([week]) => week)).toEqual([serial('2026-01-05'), serial('2026-01-26')]);
    expect(await restated(one)).toEqual({});

    const [, acme] = one.sheet.tab('Activity').rows;
    if (acme) acme[5] = 'No answer'; // was an MSI
    one.sheet.tab('Activity').rows.push([...row('2026-01-13', 'Ana', 'Dune', 'Attempt', 'Spoke')]); // a week without rows
    await one.settle();
    expect(await restated(one)).toEqual({ [serial('2026-01-05')]: 2, [serial('2026-01-12')]: 0 });
  });

  test('a deal that goes on changes the cohort of a closed week, not its counts', async () => {
    const one = await closed();
    one.sheet.tab('Activity').rows.push([...row('2026-02-16', 'Ana', 'Acme', 'Close', 'Booked', { amount: 5 })]);
    await onDay(one, 16);
    expect(await restated(one)).toEqual({});
  });

  test('a day on which nothing closes writes nothing', async () => {
    const one = await closed();
    const before = one.store.table.heads.get(WORKBOOK)?.facts;
    const { status, itemsWritten } = await one.rollup();
    expect([status, itemsWritten]).toEqual(['unchanged', 0]);
    expect(one.store.table.heads.get(WORKBOOK)?.facts).toBe(before);
  });

  test('another first day of the week closes them anew: counts of other days can not be compared', async () => {
    const one = await closed({
      Settings: [
        ['Setting', 'Value'],
        ['Week starts on', 'Monday'],
      ],
    });
    const setting = one.sheet.tab('Settings').rows[1];
    if (setting) setting[1] = 'Sunday';
    await one.settle();
    expect(factsOf(one).frozen).toMatchObject({ weekStartsOn: 0, through: serial('2026-01-25') });
    expect(await restated(one)).toEqual({});
  });
});
