import { expect, test } from 'vitest';
import { someRows } from '../support/ingest-rows.ts';
import { figuresOf } from '../support/report-figures.ts';
import { serial } from '../support/trees.ts';

test('what open deals may bring is known until the ends of month, quarter and the goals of the week, and no other day', async () => {
  const Goals = [
    ['Rep', 'Period start', 'Period', 'Revenue goal'],
    ['Ana', serial('2026-01-15'), 'Year', 90_000],
  ];
  const Settings = [
    ['Setting', 'Value'],
    ['Default average deal', 1000],
  ];
  const { outlook } = await figuresOf(someRows(30), '2026-02-02 12:00', { Goals, Settings });
  for (const day of ['2026-02-28', '2026-03-31', '2027-01-14'])
    expect(outlook.openThrough('t', serial(day)).closes).toBeGreaterThanOrEqual(0);
  for (const day of ['2026-02-27', '2026-04-01', '2027-01-13', '2027-01-15'])
    expect(() => outlook.openThrough('t', serial(day))).toThrow('was not asked for');
});

test('a month or quarter that goals have otherwise is as they have it', async () => {
  const Goals = [
    ['Rep', 'Period start', 'Period', 'Revenue goal'],
    ['Ana', serial('2026-01-20'), 'Month', 9000],
  ];
  const { outlook } = await figuresOf(someRows(30), '2026-02-02 12:00', { Goals });
  expect(outlook.openThrough('r:ana', serial('2026-02-19')).closes).toBeGreaterThanOrEqual(0);
  expect(outlook.openThrough('r:ana', serial('2026-03-31')).closes).toBeGreaterThanOrEqual(0);
  expect(() => outlook.openThrough('t', serial('2026-02-28'))).toThrow('was not asked for');
});
