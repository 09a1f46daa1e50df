import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import type { TeamMember } from '../inputs/team.ts';
import type { RepKey } from '../rows/rep-key.ts';

/** Who has left before that day, and the last day of each: nothing new is to come from them, but open deals may still be theirs. */
export const leavers = (members: readonly TeamMember[], from: Day): ReadonlyMap<RepKey, Day> =>
  new Map(
    members.flatMap(({ name, end }) => (end !== undefined && end < from ? [[`r:${phrase(name)}`, end] as const] : [])),
  );
