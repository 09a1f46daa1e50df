import { parseUserEntered } from '../parse-user-entered.ts';
import { Failure, type Scalar, sound } from './scalar.ts';

/** Where a value is asked for, for messages: `Function ADD parameter 1`. */
export interface Place {
  readonly name: string;
  /** Counted from 1. */
  readonly position: number;
  readonly locale: string;
}

/** Nothing is 0, TRUE is 1, text counts when it reads as a number or date in the locale. */
export function toNumber(value: Scalar, place: Place): number {
  const plain = sound(value);
  if (typeof plain === 'number') return plain;
  if (plain === undefined) return 0;
  if (typeof plain === 'boolean') return plain ? 1 : 0;
  const read = numberInText(plain, place.locale);
  if (read !== undefined) return read;
  throw new Failure(
    '#VALUE!',
    `Function ${place.name} parameter ${place.position} expects number values. But '${plain}' is a text and cannot be coerced to a number.`,
  );
}

export function numberInText(text: string, locale: string): number | undefined {
  if (text === '' || text.startsWith('=') || text.startsWith("'")) return undefined;
  const { value } = parseUserEntered(text, locale);
  return typeof value === 'number' ? value : undefined;
}

export function toText(value: Scalar, locale: string): string {
  const plain = sound(value);
  if (plain === undefined) return '';
  if (typeof plain === 'boolean') return plain ? 'TRUE' : 'FALSE';
  return typeof plain === 'number' ? numberText(plain, locale) : plain;
}

const POINT = new Map<string, boolean>();

/** Fifteen digits, as many as Sheets keeps. */
function numberText(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(15))).replace('e', 'E');
  if (!text.includes('.')) return text;
  let point = POINT.get(locale);
  if (point === undefined) {
    point = parseUserEntered('0.5', locale).value === 0.5;
    POINT.set(locale, point);
  }
  return point ? text : text.replace('.', ',');
}

export function toBoolean(value: Scalar, place: Place): boolean {
  const plain = sound(value);
  if (typeof plain === 'boolean') return plain;
  if (typeof plain === 'number') return plain !== 0;
  if (plain === undefined) return false;
  if (/^(true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
  throw new Failure(
    '#VALUE!',
    `Function ${place.name} parameter ${place.position} expects boolean values. But '${plain}' is a text and cannot be coerced to a boolean.`,
  );
}

const RANKS = { number: 0, string: 1, boolean: 2 } as const;

/** Below 0, 0 or above: numbers come before text and text before booleans; case does not count, and nothing equals 0, "" and FALSE. */
export function compare(left: Scalar, right: Scalar): number {
  const a = sound(left) ?? blankLike(sound(right));
  const b = sound(right) ?? blankLike(a);
  if (typeof a === 'string' && typeof b === 'string') {
    const [first, second] = [a.toLowerCase(), b.toLowerCase()];
    return first < second ? -1 : first > second ? 1 : 0;
  }
  if (typeof a !== typeof b) return RANKS[kindOf(a)] - RANKS[kindOf(b)];
  return Number(a) - Number(b);
}

const kindOf = (value: string | number | boolean): keyof typeof RANKS =>
  typeof value === 'number' ? 'number' : typeof value === 'string' ? 'string' : 'boolean';

function blankLike(other: string | number | boolean | undefined): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
