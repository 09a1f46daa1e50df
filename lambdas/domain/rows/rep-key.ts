import type { Cell } from '../cells/cell.ts';
import { isErrorCell } from '../cells/error-cell.ts';
import { shortName } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { textOf } from '../cells/table.ts';
import type { Team } from '../inputs/team.ts';

/** Who is credited: `r:` and the normalised name; a name on Team by its Team name, so a renamed rep keeps the history. */
export type RepKey = string;

/** Rows without a rep: counted for the team on a line of their own. */
export const UNASSIGNED: RepKey = 'u';
/** The team: distinct rows and deals, never a sum of reps. */
export const TEAM: RepKey = 't';

export const UNASSIGNED_NAME = '(unassigned)';

export interface CreditedRep {
  readonly key: RepKey;
  /** As typed, or as Team spells it. */
  readonly name: string;
  readonly onTeam: boolean;
}

/** The reps named in a Rep cell, separated by `;`, each once; none for a blank cell or a formula that failed. */
export function creditedReps(cell: Cell, team: Team): CreditedRep[] {
  const reps = new Map<RepKey, CreditedRep>();
  if (isErrorCell(cell)) return [];
  for (const part of textOf(cell).split(';')) {
    const typed = shortName(part.trim());
    if (typed === '') continue;
    const member = team.names.get(phrase(typed));
    const name = member ?? typed;
    const key = `r:${phrase(name)}`;
    if (!reps.has(key)) reps.set(key, { key, name, onTeam: member !== undefined });
  }
  return [...reps.values()];
}

/** The key that rows under this one have now: Team may have renamed the rep, or taken the name for an alias, since. */
export const keyNow =
  ({ names }: Pick<Team, 'names'>) =>
  (rep: RepKey): RepKey => {
    const name = rep.startsWith('r:') ? names.get(rep.slice(2)) : undefined;
    return name === undefined ? rep : `r:${phrase(name)}`;
  };

/** The team counts a row once; each rep named on it is credited. */
export function scopes(event: { readonly reps: readonly RepKey[] }): readonly RepKey[] {
  return event.reps.length > 0 ? [TEAM, ...event.reps] : [TEAM, UNASSIGNED];
}
