import type { Day } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { FixedAgenda } from '../weeks/facts.ts';
import { type MeetingSegment, meetingsOn } from './meeting-days.ts';

/** What earlier meetings of the segment discussed: deal keys of the last one, and of the others that are remembered. */
export interface Discussed {
  readonly last: ReadonlySet<string>;
  readonly before: readonly ReadonlySet<string>[];
}

/** A meeting that the Meetings tab says was not held discussed nothing. */
export function discussedBefore(
  rules: Rules,
  segment: MeetingSegment,
  agendas: readonly FixedAgenda[],
  day: Day,
): Discussed {
  const wasHeld = (agenda: FixedAgenda): boolean => {
    const noted = meetingsOn(rules, segment, agenda.day);
    return noted.length === 0 || noted.some(({ held }) => held);
  };
  const [last, ...before] = agendas
    .filter((agenda) => agenda.segment === segment && agenda.day < day && wasHeld(agenda))
    .sort((a, b) => b.day - a.day)
    .map((agenda) => new Set(keysOf(agenda)));
  return { last: last ?? new Set(), before };
}

export const keysOf = ({ deals }: FixedAgenda): string[] => deals.flatMap(([, keys]) => keys);
