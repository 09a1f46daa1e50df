import { phrase } from '../../lambdas/domain/cells/phrase.ts';
import { decodeDealLine } from '../../lambdas/domain/deals/deal-line.ts';
import type { Quality } from '../../lambdas/domain/rows/quality.ts';
import type { RowLine } from '../../lambdas/domain/rows/row-line.ts';
import { leafBody, linesOfLeaf } from '../../lambdas/domain/source/source-tree.ts';
import type { Facts } from '../../lambdas/domain/weeks/facts.ts';
import { factsWithout } from './facts-without.ts';
import type { Person } from './person.ts';

/** What becomes of a stored item that no longer is in force. */
export type ErasedItem =
  | { readonly what: 'keep' }
  | { readonly what: 'delete' }
  /** Rows of others stand beside, and `restore` wants them. */
  | { readonly what: 'rewrite'; readonly body: string; readonly lines: readonly RowLine[] };

const KEEP: ErasedItem = { what: 'keep' };
const orKeep = (named: boolean): ErasedItem => (named ? { what: 'delete' } : KEEP);

/** Shapes are those that their writers in lambdas/domain give them. */
export function erasedItem(area: string, body: string, person: Person): ErasedItem {
  switch (area.split('/')[0]) {
    case 'rows': {
      const all = linesOfLeaf(body);
      const lines = all.filter((line) => person.owns(line));
      if (lines.length === 0) return KEEP;
      return { what: 'rewrite', body: leafBody(all.filter((line) => !person.owns(line))), lines };
    }
    case 'deals': {
      // Leaves and branches alike begin their entries with a text: the key of a deal, or a figure.
      const node = JSON.parse(body) as readonly (readonly [string, ...unknown[]])[];
      return orKeep(node.some(([key]) => person.ownsDeal(key)));
    }
    case 'decided': {
      const lines = JSON.parse(body) as readonly (readonly [string, number])[];
      return orKeep(lines.some(([line]) => phrase(decodeDealLine(line).prospect) === person.key));
    }
    case 'quality': {
      const { rejectedRows, nearDuplicates } = JSON.parse(body) as Quality;
      const names = [...rejectedRows.map(({ prospect }) => prospect), ...nearDuplicates.flat()];
      return orKeep(names.some((name) => phrase(name) === person.key));
    }
    case 'facts': {
      const facts = JSON.parse(body) as Facts;
      return orKeep(factsWithout(facts, person) !== facts);
    }
    default:
      return KEEP;
  }
}
