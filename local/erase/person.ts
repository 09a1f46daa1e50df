import { nameOf } from '../../lambdas/domain/cells/name-cell.ts';
import { phrase } from '../../lambdas/domain/cells/phrase.ts';
import { AT } from '../../lambdas/domain/rows/activity-columns.ts';
import { nearKey } from '../../lambdas/domain/rows/near-duplicates.ts';
import { cellsOf, type RowLine } from '../../lambdas/domain/rows/row-line.ts';

/** Who is to be forgotten: a prospect, by the name that deals go by (case and spaces do not matter). */
export interface Person {
  /** As the command was given it. */
  readonly name: string;
  /** As in the key of a deal. */
  readonly key: string;
  /** Whether a row is of this prospect. */
  owns(line: RowLine): boolean;
  /** Whether the key of a deal, or of an occurrence of one, is of this prospect. */
  ownsDeal(key: string): boolean;
  /** Whether a name may mean the same prospect, spelt otherwise. */
  resembles(prospect: string): boolean;
  /** Whether a text has the name in it, as words of its own. */
  isNamedIn(text: string): boolean;
}

/** Throws where there is no name. */
export function personOf(prospect: string): Person {
  const name = nameOf(prospect);
  const key = phrase(name);
  if (key === '') throw new Error('--prospect needs a name, as it stands (or stood) in the column Prospect.');
  const near = nearKey(prospect);
  const words = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(phrase(prospect))}(?![\\p{L}\\p{N}])`, 'u');
  const is = (typed: string): boolean => phrase(typed) === key;
  return {
    name,
    key,
    owns: (line) => {
      const cell = cellsOf(line)[AT.prospect];
      return cell !== undefined && is(nameOf(cell));
    },
    ownsDeal: (deal) => deal.split('\u001f')[0] === key,
    resembles: (other) => !is(other) && near !== '' && nearKey(other) === near,
    isNamedIn: (text) => words.test(phrase(text)),
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
