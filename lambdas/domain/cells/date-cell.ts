import { type Day, dayOf } from '../days/day.ts';
import type { Cell } from './cell.ts';
import { textOf } from './table.ts';

/** The order in which a locale writes day, month and year in figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a date cell says; `ambiguous` and `unreadable` are rejected, never guessed. */
export type DateReading =
  | { readonly day: Day /** minutes since midnight, when the cell carries a time */; readonly minute?: number }
  | { readonly problem: 'blank' | 'unreadable' | 'ambiguous' | 'out of range' };

/** Dates outside are typing errors: no sales activity of ours is older, none is planned that far. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;
export const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1) ?? 0;
export const LAST_DAY = dayOf(LAST_YEAR, 12, 31) ?? 0;

/**
 * A real date cell (serial number, fraction = time, rounded to seconds, never floored), or text that can be read in only
 * one way: ISO, a month in words, or figures in the order given. `order` undefined = figures may be in either order, so
 * only a date that has one reading is taken.
 */
export function readDate(cell: Cell, order: DateOrder | undefined, monthNames: MonthNames): DateReading {
  if (cell === undefined || cell === null) return { problem: 'blank' };
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell === 'boolean') return { problem: 'unreadable' };
  const text = textOf(cell);
  return text === '' ? { problem: 'blank' } : fromText(text, order, monthNames);
}

function fromSerial(serial: number): DateReading {
  const seconds = Math.round(serial * 86400);
  const day = Math.floor(seconds / 86400);
  const within = inRange(day);
  const minute = Math.floor((seconds - day * 86400) / 60);
  return 'problem' in within || minute === 0 ? within : { day, minute };
}

const TIME = /[T\s,]+(\d{1,2}):(\d{2})(?::[0-5]\d(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:z|[+-]\d{2}:?\d{2})?$/iu;
const FIGURES = /^(\d{1,4})([./\-\s])\s*(\d{1,2})\2\s*(\d{1,4})\.?$/u;

function fromText(typed: string, order: DateOrder | undefined, monthNames: MonthNames): DateReading {
  const time = TIME.exec(typed);
  const text = time ? typed.slice(0, time.index).trim() : typed;
  const reading = fromDateText(text, order, monthNames);
  if ('problem' in reading || !time) return reading;
  const minute = minuteOf(Number(time[1]), Number(time[2]), time[3]?.toLowerCase());
  return minute === undefined ? { problem: 'unreadable' } : { day: reading.day, minute };
}

function fromDateText(text: string, order: DateOrder | undefined, monthNames: MonthNames): DateReading {
  const figures = FIGURES.exec(text);
  if (figures) return fromFigures([figures[1] ?? '', figures[3] ?? '', figures[4] ?? ''], order);
  const words = text.split(/[\s,./-]+/u).filter((word) => word !== '' && word !== 'de' && word !== 'of');
  const isMonth = (word: string): boolean => monthNames.has(word.toLowerCase());
  // The day of the week says nothing more.
  if (words.length === 4 && words.findIndex((word) => /^\p{L}+$/u.test(word) && !isMonth(word)) === 0) words.shift();
  if (words.length !== 3) return { problem: 'unreadable' };
  const at = words.findIndex(isMonth);
  const month = monthNames.get((words[at] ?? '').toLowerCase());
  const numbers = words.filter((_, i) => i !== at).map((word) => /^(\d{1,4})(?:st|nd|rd|th)?$/iu.exec(word)?.[1]);
  const [first, second] = numbers;
  if (month === undefined || first === undefined || second === undefined) return { problem: 'unreadable' };
  if (second.length === 4 && first.length < 3) return civil(Number(second), month, Number(first));
  if (first.length === 4 && second.length < 3) return civil(Number(first), month, Number(second));
  return { problem: 'ambiguous' };
}

/** Figures such as `3/4/2026`. A year of two figures leaves more than one reading: ambiguous. */
function fromFigures(parts: readonly [string, string, string], order: DateOrder | undefined): DateReading {
  const [a, b, c] = parts.map(Number) as [number, number, number]; // three parts in, three out
  if (parts[0].length === 4) return civil(a, b, c);
  if (parts[2].length !== 4) return { problem: parts[0].length > 2 ? 'unreadable' : 'ambiguous' };
  const dayFirst = dayOf(c, b, a);
  const monthFirst = dayOf(c, a, b);
  if (dayFirst === undefined && monthFirst === undefined) return { problem: 'unreadable' };
  if (dayFirst === monthFirst) return inRange(dayFirst);
  if (dayFirst === undefined || monthFirst === undefined) return inRange(dayFirst ?? monthFirst);
  if (order === 'dmy') return inRange(dayFirst);
  if (order === 'mdy') return inRange(monthFirst);
  return { problem: 'ambiguous' };
}

const civil = (year: number, month: number, date: number): DateReading => {
  const day = dayOf(year, month, date);
  return day === undefined ? { problem: 'unreadable' } : inRange(day);
};

function inRange(day: Day | undefined): DateReading {
  if (day === undefined) return { problem: 'unreadable' };
  return day >= FIRST_DAY && day <= LAST_DAY ? { day } : { problem: 'out of range' };
}

function minuteOf(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  const hours = half ? (hour % 12) + (half.startsWith('p') ? 12 : 0) : hour;
  return hours * 60 + minute;
}

/** Lower-case names and short names of months -> 1-12. */
export type MonthNames = ReadonlyMap<string, number>;

/**
 * The order in which the text dates of a column are written. The locale's, unless the column contradicts it: dates that
 * only the other order can read make it the other one; dates of both kinds leave none, and what has two readings is
 * refused.
 */
export function columnDateOrder(cells: Iterable<Cell>, localeOrder: DateOrder): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const cell of cells) {
    const order = typeof cell === 'string' ? onlyOrderOf(textOf(cell)) : undefined;
    if (order) orders.add(order);
  }
  return orders.size > 1 ? undefined : ([...orders][0] ?? localeOrder);
}

/** The one order in which figures are a date; `undefined` where both or none is. */
function onlyOrderOf(text: string): DateOrder | undefined {
  const figures = FIGURES.exec(text.replace(TIME, '').trim());
  if (figures?.[4]?.length !== 4) return undefined;
  const [a, b, year] = [Number(figures[1]), Number(figures[3]), Number(figures[4])];
  const dayFirst = dayOf(year, b, a) !== undefined;
  if (dayFirst === (dayOf(year, a, b) !== undefined)) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}
