import { type Call, type FunctionGroup, whole } from '../call.ts';
import { toNumber } from '../coerce.ts';
import { NotComputed } from '../scalar.ts';
import { dateArgument, dayOf } from './day-numbers.ts';

/** Working days between dates and after dates, weekends and holidays left out. */
export const workdays: FunctionGroup = {
  NETWORKDAYS: whole(2, 3, (call) => between(call, WEEKEND, 2)),
  'NETWORKDAYS.INTL': whole(2, 4, (call) => between(call, weekend(call, 2), 3)),
  WORKDAY: whole(2, 3, (call) => after(call, WEEKEND, 2)),
  'WORKDAY.INTL': whole(2, 4, (call) => after(call, weekend(call, 2), 3)),
};

const MOST_DAYS = 1_000_000;

/** Days of the week that are free; 0 is Sunday. */
type Weekend = ReadonlySet<number>;
const WEEKEND: Weekend = new Set([6, 0]);

/** `"0000011"` from Monday on, or a number: 1 to 7 two days from Saturday on, 11 to 17 one day from Sunday on. */
function weekend(call: Call, index: number): Weekend {
  if (!call.has(index)) return WEEKEND;
  const value = call.scalar(index);
  if (typeof value === 'string' && /^[01]{7}$/.test(value) && value !== '1111111')
    return new Set([...value].flatMap((free, day) => (free === '1' ? [(day + 1) % 7] : [])));
  const code = call.integer(index);
  if (code >= 1 && code <= 7) return new Set([(code + 5) % 7, (code + 6) % 7]);
  if (code >= 11 && code <= 17) return new Set([code - 11]);
  return call.fail('#NUM!', `Function ${call.name} parameter ${index + 1} value is not a valid weekend.`);
}

function holidays(call: Call, index: number): Set<number> {
  const days = new Set<number>();
  if (call.has(index))
    for (const value of call.matrix(index).flat())
      if (value !== undefined) days.add(Math.floor(toNumber(value, call.place(index))));
  return days;
}

/** Both ends count; backwards it is negative. */
function between(call: Call, free: Weekend, index: number): number {
  const [first, second] = [dateArgument(call, 0), dateArgument(call, 1)];
  const [from, to] = [Math.min(first, second), Math.max(first, second)];
  const off = holidays(call, index);
  const weeks = Math.floor((to - from + 1) / 7);
  let count = weeks * (7 - free.size);
  const works = (day: number) => !free.has(dayOf(day).weekday);
  for (let day = from + weeks * 7; day <= to; day += 1) if (works(day)) count += 1;
  for (const day of off) if (day >= from && day <= to && works(day)) count -= 1;
  return first <= second ? count : -count;
}

function after(call: Call, free: Weekend, index: number): number {
  const off = holidays(call, index);
  let day = dateArgument(call, 0);
  const count = call.integer(1);
  // Each day is looked at: more would hold up the server.
  if (Math.abs(count) > MOST_DAYS) throw new NotComputed();
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (!free.has(dayOf(day).weekday) && !off.has(day)) left -= 1;
  }
  return day;
}
