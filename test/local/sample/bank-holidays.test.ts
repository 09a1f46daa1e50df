import { expect, it } from 'vitest';
import { bankHolidays } from '../../../local/sample/bank-holidays.ts';

const EPOCH = Date.UTC(1899, 11, 30);
const dates = (year: number) =>
  bankHolidays(year).map(({ day }) => new Date(EPOCH + day * 86_400_000).toISOString().slice(0, 10));

// As published on gov.uk for England and Wales, one-off holidays left out.
it.each([
  [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  [2022, '01-03 04-15 04-18 05-02 05-30 08-29 12-27 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
])('%d', (year, days) => {
  expect(dates(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});
