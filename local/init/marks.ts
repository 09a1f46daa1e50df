import { FIRST_DAY, LAST_DAY } from '../../lambdas/domain/cells/date-cell.ts';
import { phrase } from '../../lambdas/domain/cells/phrase.ts';
import { and, fits, isBetween, isBlank, isFilled, isOneOf, isText, not, or } from './formulas.ts';
import type { Mark } from './tab-spec.ts';

/** A cell without which the row can't be used, in a row that says something. */
export const missing = (field: string, others: readonly string[]): Mark => ({
  look: 'bad',
  when: (at) => and(isBlank(at(field)), isFilled(...others.map(at))),
});

/** A text that is none of the phrases. */
export const unknown = (field: string, phrases: readonly string[]): Mark => ({
  look: 'bad',
  when: (at) => and(isFilled(at(field)), not(isOneOf(at(field), phrases.map(phrase)))),
});

/** What stands there already, further up. `rows` are counted without regard to case. */
export const twice = (field: string): Mark => ({
  look: 'bad',
  when: (at) => {
    const cell = at(field);
    return and(isFilled(cell), `COUNTIF(${cell.replace(/\d+$/, '$$$&')}:${cell};${cell})>1`);
  },
});

export const notBetween = (field: string, limits: readonly [number, number], look: Mark['look'] = 'bad'): Mark => ({
  look,
  when: (at) => and(isFilled(at(field)), not(isBetween(at(field), limits))),
});

const TWO_FIGURES_FOR_A_YEAR = String.raw`^\d{1,2}[./ -]\d{1,2}[./ -]\d{2}$`;
const FIGURES = String.raw`^\d{1,2}[./ -]\d{1,2}[./ -]\d{4}`;

/** A date that is refused, and one typed as text, which is read in the order of the locale. */
export const doubtfulDate = (field: string): Mark[] => [
  {
    look: 'bad',
    when: (at) => {
      const cell = at(field);
      const unreadable = or(not(fits(cell, String.raw`\d`)), fits(cell, TWO_FIGURES_FOR_A_YEAR));
      const outOfRange = and(`ISNUMBER(${cell})`, not(isBetween(cell, [FIRST_DAY, LAST_DAY + 1])));
      return or(and(isText(cell), isFilled(cell), unreadable), outOfRange);
    },
  },
  { look: 'caution', when: (at) => and(isText(at(field)), fits(at(field), FIGURES)) },
];
