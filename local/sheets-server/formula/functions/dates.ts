import { parseUserEntered } from '../../parse-user-entered.ts';
import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { clockOf, dateArgument, dayOf, monthsLater, serialOf } from './day-numbers.ts';

/** Dates are days since 1899-12-30, times parts of a day. */
export const dates: FunctionGroup = {
  TODAY: whole(0, 0, (call) => call.cells.now('day')),
  NOW: whole(0, 0, (call) => call.cells.now('second')),
  DATE: lifted(3, 3, (call) => {
    const year = call.integer(0);
    if (year < 0)
      return call.fail('#NUM!', `Function DATE parameter 1 value is ${year}. It should be greater than or equal to 0.`);
    const serial = serialOf(year < 1900 ? year + 1900 : year, call.integer(1), call.integer(2));
    return serial >= 0 ? serial : call.fail('#NUM!', 'Function DATE: the date is before 1899-12-30.');
  }),
  YEAR: lifted(1, 1, (call) => dayOf(dateArgument(call, 0)).year),
  MONTH: lifted(1, 1, (call) => dayOf(dateArgument(call, 0)).month),
  DAY: lifted(1, 1, (call) => dayOf(dateArgument(call, 0)).day),
  HOUR: lifted(1, 1, (call) => clockOf(call.number(0)).hour),
  MINUTE: lifted(1, 1, (call) => clockOf(call.number(0)).minute),
  SECOND: lifted(1, 1, (call) => clockOf(call.number(0)).second),
  TIME: lifted(3, 3, (call) => {
    const seconds = call.integer(0) * 3600 + call.integer(1) * 60 + call.integer(2);
    return (((seconds % 86_400) + 86_400) % 86_400) / 86_400;
  }),
  DATEVALUE: lifted(1, 1, (call) => Math.floor(typed(call, ['DATE', 'DATE_TIME']))),
  TIMEVALUE: lifted(1, 1, (call) => {
    const value = typed(call, ['TIME', 'DATE_TIME']);
    return value - Math.floor(value);
  }),
  WEEKDAY: lifted(1, 2, (call) => {
    const { weekday } = dayOf(dateArgument(call, 0));
    const type = call.integer(1, 1);
    if (type === 1) return weekday + 1;
    if (type === 2) return weekday === 0 ? 7 : weekday;
    if (type === 3) return (weekday + 6) % 7;
    return call.fail(
      '#NUM!',
      `Function WEEKDAY parameter 2 value is ${type}. Valid values are between 1 and 3 inclusive.`,
    );
  }),
  WEEKNUM: lifted(1, 2, weekNumber),
  ISOWEEKNUM: lifted(1, 1, (call) => isoWeek(dateArgument(call, 0))),
  EDATE: lifted(2, 2, (call) => monthsLater(dateArgument(call, 0), call.integer(1))),
  EOMONTH: lifted(2, 2, (call) => {
    const { year, month } = dayOf(dateArgument(call, 0));
    return serialOf(year, month + call.integer(1) + 1, 0);
  }),
  DAYS: lifted(2, 2, (call) => dateArgument(call, 0) - dateArgument(call, 1)),
  DATEDIF: lifted(3, 3, difference),
  TO_DATE: lifted(1, 1, (call) => call.scalar(0)),
  TO_PURE_NUMBER: lifted(1, 1, (call) => call.scalar(0)),
  TO_PERCENT: lifted(1, 1, (call) => call.scalar(0)),
};

function typed(call: Call, kinds: readonly string[]): number {
  const value = call.scalar(0);
  if (typeof value === 'number') return value;
  const read = parseUserEntered(String(value ?? ''), call.locale);
  if (typeof read.value === 'number' && kinds.includes(read.numberFormat?.type ?? '')) return read.value;
  return call.fail('#VALUE!', `${call.name} parameter '${String(value ?? '')}' cannot be parsed to date/time.`);
}

/** The week with the first of January is the first one; types 21 and, here too, ISO 8601. */
function weekNumber(call: Call): number {
  const serial = dateArgument(call, 0);
  const type = call.integer(1, 1);
  if (type === 21) return isoWeek(serial);
  const starts: Readonly<Record<number, number>> = { 1: 0, 2: 1, 11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 16: 6, 17: 0 };
  const start = starts[type];
  if (start === undefined) return call.fail('#NUM!', `Function WEEKNUM parameter 2 value ${type} is not valid.`);
  const first = serialOf(dayOf(serial).year, 1, 1);
  const into = (dayOf(first).weekday - start + 7) % 7;
  return Math.floor((serial - first + into) / 7) + 1;
}

function isoWeek(serial: number): number {
  const thursday = serial + 3 - ((dayOf(serial).weekday + 6) % 7);
  return Math.floor((thursday - serialOf(dayOf(thursday).year, 1, 1)) / 7) + 1;
}

function difference(call: Call): number {
  const [from, to] = [dateArgument(call, 0), dateArgument(call, 1)];
  const unit = call.text(2).toUpperCase();
  if (from > to)
    return call.fail('#NUM!', `Function DATEDIF parameter 1 (${from}) should be on or before parameter 2 (${to}).`);
  const [start, end] = [dayOf(from), dayOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
  if (unit === 'D') return to - from;
  if (unit === 'M') return months;
  if (unit === 'Y') return Math.floor(months / 12);
  if (unit === 'YM') return months % 12;
  if (unit === 'MD') return to - monthsLater(from, months);
  if (unit === 'YD') return to - monthsLater(from, Math.floor(months / 12) * 12);
  return call.fail(
    '#NUM!',
    `Function DATEDIF parameter 3 value is ${unit}. It should be one of: "Y", "M", "D", "MD", "YM", "YD".`,
  );
}
