import { phrase } from '../cells/phrase.ts';
import type { Week } from '../days/week.ts';
import type { Rules } from '../inputs/rules.ts';
import type { TeamMember } from '../inputs/team.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, TEAM, UNASSIGNED } from '../rows/rep-key.ts';

/** Somebody who can have a target: on Team; without a Team tab, whoever is named on a row or has a goal. */
export interface Seller {
  readonly key: RepKey;
  readonly member?: TeamMember;
}

export function sellersOf({ team, goals }: Rules, weeks: Weeks, past: readonly Week[]): Seller[] {
  if (team.exists) return team.members.map((member) => ({ key: `r:${phrase(member.name)}`, member }));
  const keys = new Set<RepKey>();
  for (const { rep } of goals) if (rep !== undefined) keys.add(`r:${phrase(rep)}`);
  for (const week of past) for (const key of weeks.get(week)?.days.keys() ?? []) keys.add(key);
  keys.delete(TEAM);
  keys.delete(UNASSIGNED);
  return [...keys].sort().map((key) => ({ key }));
}
