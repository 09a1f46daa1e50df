import { phrase } from '../cells/phrase.ts';
import { eligibleDays } from '../days/calendar.ts';
import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';

/** Working days after `from` until `today`, that day included, of the owners of a deal. */
export type OwnerDays = (owners: readonly RepKey[], from: Day) => number;

/**
 * Counts working days of a deal's owners by the calendar and their own work days: holidays and leave excuse. Of several
 * owners the one who was there most; a deal that is nobody's goes by Monday to Friday and the holidays of all.
 */
export function ownerDays({ team, calendar }: Pick<Rules, 'team' | 'calendar'>, today: Day): OwnerDays {
  const members = new Map(team.members.map((member) => [`r:${phrase(member.name)}`, member]));
  /** owner -> working days in (today - i, today] at i; grows as older days are asked for. */
  const known = new Map<RepKey, number[]>();
  const count = (owner: RepKey, from: Day): number => {
    const member = members.get(owner);
    const days = entry(known, owner, () => [0]);
    for (let i = days.length; i <= today - from; i++) {
      days.push((days[i - 1] ?? 0) + eligibleDays(member, calendar, today - i + 1, today - i + 2));
    }
    return days[Math.max(0, today - from)] ?? 0;
  };
  return (owners, from) => {
    const [first = '', ...others] = owners;
    return others.reduce((most, owner) => Math.max(most, count(owner, from)), count(first, from));
  };
}
