import { numberInText } from '../coerce.ts';
import { isError, NotComputed, type Scalar, sound } from '../scalar.ts';

export type Matches = (value: Scalar) => boolean;

/**
 * The test that COUNTIF and its kin mean by a criterion: a value to equal, or text with `<` `<=` `>` `>=` `<>` `=` before
 * it. Text is compared without regard to case; `*` and `?` stand for any text and any character, `~` before them for themselves.
 */
export function criterion(value: Scalar, locale: string): Matches {
  const plain = sound(value);
  // What Sheets makes of an empty cell here is not known for sure.
  if (plain === undefined) throw new NotComputed();
  if (typeof plain !== 'string') return (cell) => cell === plain;
  const [, operator = '', rest = ''] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(plain) ?? [];
  if (operator === '' || operator === '=') return equals(rest, locale, operator === '');
  if (operator === '<>') {
    const same = equals(rest, locale, false);
    return (cell) => !same(cell);
  }
  return ordered(operator, rest, locale);
}

function equals(text: string, locale: string, orEmptyText: boolean): Matches {
  // `""` finds empty cells and empty text, `"="` empty cells alone.
  if (text === '') return (cell) => cell === undefined || (orEmptyText && cell === '');
  const number = numberInText(text, locale);
  if (number !== undefined) return (cell) => cell === number || (typeof cell === 'string' && cell === text);
  if (/^(true|false)$/i.test(text)) return (cell) => cell === (text.toLowerCase() === 'true');
  const matches = textMatcher(text);
  return (cell) => (typeof cell === 'string' ? matches(cell) : isError(cell) && matches(cell.error));
}

function ordered(operator: string, text: string, locale: string): Matches {
  const number = numberInText(text, locale);
  const orEqual = operator.endsWith('=');
  const below = operator.startsWith('<');
  const holds = (order: number) => (order === 0 ? orEqual : order < 0 === below);
  if (number !== undefined) return (cell) => typeof cell === 'number' && holds(cell - number);
  const wanted = text.toLowerCase();
  return (cell) => {
    if (typeof cell !== 'string') return false;
    const own = cell.toLowerCase();
    return holds(own < wanted ? -1 : own > wanted ? 1 : 0);
  };
}

export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);

/** Whether a text is the wanted one, with its wildcards. */
export function textMatcher(wanted: string): (text: string) => boolean {
  const lower = wanted.toLowerCase();
  if (!hasWildcard(wanted)) return (text) => text.length === lower.length && text.toLowerCase() === lower;
  const parts = lower.match(/~[*?~]|[\s\S]/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    return part.replace(/^~(?=[*?~])/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  const pattern = new RegExp(`^${source.join('')}$`);
  return (text) => pattern.test(text.toLowerCase());
}
