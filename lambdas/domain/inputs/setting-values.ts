import { readDate } from '../cells/date-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { isTimeZone } from '../days/as-of.ts';
import type { Day } from '../days/day.ts';
import { workDaysOf } from '../days/work-days.ts';

/** What a setting takes. */
interface Accepts<T> {
  /** Completes "needs ...". */
  readonly expected: string;
  /** The value of what was typed, without spaces around it; `undefined` when it is not what is expected. */
  readonly read: (typed: string) => T | undefined;
}

export type AcceptedBy<A> = A extends Accepts<infer T> ? T : never;

/** One of a few words, compared as people type them. */
const oneOf = <const T extends string>(...words: readonly T[]): Accepts<T> => ({
  expected: `one of ${words.join(', ')}`,
  read: (typed) => words.find((word) => phrase(word) === phrase(typed)),
});

/** The same with the words to choose from. */
export const choice = <const T extends string>(...choices: readonly T[]) => ({ choices, accepts: oneOf(...choices) });

export const FIRST_DAYS = ['Monday', 'Sunday', 'Saturday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayName = oneOf(...FIRST_DAYS);

/** 0 = Sunday. */
export const firstDay: Accepts<number> = {
  expected: dayName.expected,
  read(typed) {
    const name = dayName.read(typed);
    return name && WEEKDAYS.indexOf(name);
  },
};

/** A number with its limits. `meant`: what a number stands for. */
export function within(min: number, max: number, what = 'a number', meant = (typed: number): number => typed) {
  const accepts: Accepts<number> = {
    expected: `${what} from ${min} to ${max}`,
    read(typed) {
      // Number('') is 0: a cell of characters that nobody sees is no number.
      const value = typed === '' ? Number.NaN : meant(Number(typed));
      return value >= min && value <= max ? value : undefined;
    },
  };
  return { limits: [min, max], accepts } as const;
}

/** A cell with the time 12:00 arrives as half a day. */
export const hour = within(0, 24, 'an hour', (typed) => (typed > 0 && typed < 1 ? typed * 24 : typed));

/** A date cell arrives as its serial number. */
export const date: Accepts<Day> = {
  expected: 'a date such as 2026-01-31',
  read(typed) {
    const reading = readDate(Number(typed) || typed, 'ymd', new Map());
    return 'day' in reading ? reading.day : undefined;
  },
};

export const weekdays: Accepts<readonly number[]> = { expected: 'days such as Mon-Fri or Tue, Thu', read: workDaysOf };

export const timeZone: Accepts<string> = {
  expected: 'an IANA time zone such as Europe/Amsterdam',
  read: (typed) => (isTimeZone(typed) ? typed : undefined),
};

export const currencyCode: Accepts<string> = {
  expected: 'a code of three letters such as EUR',
  read: (typed) => /^[A-Z]{3}$/.exec(typed.toUpperCase())?.[0],
};

export const spreadsheetId: Accepts<string> = {
  expected: 'the id or the address of a spreadsheet',
  read: (typed) => /^[\w-]{10,}$/.exec(/\/d\/([\w-]{20,})/.exec(typed)?.[1] ?? typed)?.[0],
};

export const anyText: Accepts<string> = { expected: 'any text', read: (typed) => typed };
