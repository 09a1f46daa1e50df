/*
 * Parts of formulas. Arguments are parted by `;`, and numbers have no decimal mark: so a formula means the same whatever
 * the locale of the spreadsheet.
 */

export const and = (...parts: readonly string[]): string => `AND(${parts.join(';')})`;
export const or = (...parts: readonly string[]): string => `OR(${parts.join(';')})`;
export const not = (part: string): string => `NOT(${part})`;
export const isText = (cell: string): string => `ISTEXT(${cell})`;
/** Spaces alone are nothing. */
export const isBlank = (cell: string): string => `TRIM(${cell}&"")=""`;
export const isFilled = (...cells: readonly string[]): string => `TRIM(${cells.join('&')}&"")<>""`;

/** RE2, compared with the text in lower case and without spaces around it. */
export const fits = (cell: string, pattern: string): string =>
  `REGEXMATCH(LOWER(TRIM(${cell}&""));"${pattern.replaceAll('"', '""')}")`;

/** Whether the cell holds one of the phrases (in lower case), however they are spaced and hyphenated. */
export const isOneOf = (cell: string, phrases: readonly string[]): string => fits(cell, anyOf(phrases, '+'));

/** The same for names that are found as headers are: `timezone` is `time zone`. */
export const isNamed = (cell: string, names: readonly string[]): string => fits(cell, anyOf(names, '*'));

const anyOf = (phrases: readonly string[], gaps: '+' | '*'): string =>
  `^(?:${phrases.map((phrase) => escaped(phrase).replace(/[\s-]+/gu, `${GAP}${gaps}`)).join('|')})$`;
const GAP = String.raw`[\s_‐-―-]`;
const escaped = (text: string): string => text.replace(/[$().*+?[\\\]^{|}]/g, '\\$&');

export const isBetween = (cell: string, [min, max]: readonly [number, number]): string =>
  and(`ISNUMBER(${cell})`, `${cell}>=${exact(min)}`, `${cell}<=${exact(max)}`);

/** Thousandths at most. */
const exact = (number: number): string =>
  Number.isInteger(number) ? `${number}` : `${Math.round(number * 1000)}/1000`;
