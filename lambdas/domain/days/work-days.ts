import type { Cell } from '../cells/cell.ts';
import { phrase } from '../cells/phrase.ts';
import { textOf } from '../cells/table.ts';

const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const FROM_MONDAY: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];

/**
 * `Mon-Thu`, `Monday to Friday`, `Mon, Wed, Fri`, `5` (the first five from Monday) -> days of the week, 0 = Sunday,
 * ascending; blank = Monday to Friday; `undefined` = unreadable.
 */
export function workDaysOf(cell: Cell): readonly number[] | undefined {
  const text = phrase(textOf(cell));
  if (text === '') return MONDAY_TO_FRIDAY;
  if (/^[1-7]$/.test(text)) return FROM_MONDAY.slice(0, Number(text)).sort();
  const joined = text.replace(/\s*(?:[-‐-―]|\b(?:to|till|until|through|thru)\b)\s*/gu, '-');
  const days = new Set<number>();
  for (const part of joined.split(/[\s;,/&]+|\band\b/u).filter((piece) => piece !== '')) {
    const [from = -1, to = from, ...more] = part.split('-').map(dayNamed);
    if (from < 0 || to < 0 || more.length > 0) return undefined;
    for (let day = from; day !== to; day = (day + 1) % 7) days.add(day);
    days.add(to);
  }
  return [...days].sort();
}

/** At least two letters of a day in English; -1 = none. */
function dayNamed(word: string): number {
  const letters = word.replace(/s?\.?$/u, '');
  return letters.length < 2 ? -1 : NAMES.findIndex((name) => name.startsWith(letters));
}
