import type { Day } from '../days/day.ts';
import type { ExclusionList } from '../inputs/exclusion-list.ts';
import { type ActivityKind, isSelling } from './activity-kind.ts';

/** Whether a selling row is a meaningful selling interaction. `unconfirmed` = an attempt without an outcome. */
export type RowMeaning = 'meaningful' | 'not meaningful' | 'unconfirmed' | 'support';

/**
 * "eliminate all the interactions that are not meaningful ... and then start tracking everything else". `unknown`: the
 * outcome is on no list, so the row counts and the outcome is queued for the manager.
 */
export function meaningOf(
  kind: ActivityKind,
  outcome: string,
  day: Day,
  exclusions: ExclusionList,
): { readonly meaning: RowMeaning; readonly unknown?: true } {
  if (!isSelling(kind)) return { meaning: 'support' };
  if (kind === 'close') return { meaning: 'meaningful' };
  if (outcome === '') return { meaning: kind === 'attempt' ? 'unconfirmed' : 'meaningful' };
  const listed = exclusions(outcome, day);
  return listed === 'unknown' ? { meaning: 'meaningful', unknown: true } : { meaning: listed };
}
