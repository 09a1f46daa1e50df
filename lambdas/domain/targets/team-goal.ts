import type { Day } from '../days/day.ts';
import type { Goal } from '../inputs/goals.ts';
import { type Period, periodOf } from './goal-period.ts';

/** A part of a period: with a goal typed for the team, or without. */
interface Part extends Period {
  /** Minor units. */
  readonly typed?: number;
}

/**
 * "the team's goal is as typed, else the sum of the reps'": the part of the goal for a period that falls before `end`.
 * Goals typed for parts of the period (three months of a quarter) add up; days that none covers have the sum of the
 * reps'. What is expected of the team by a day is, of each typed goal, the share that is then expected of its reps, each
 * by the own working days: so month, quarter and the reps' lines say the same of the same days.
 *
 * `ofReps`: the same for the reps together; `daysOfAll`: their eligible days, for a team whose reps have no goal to share.
 */
export function teamGoalUntil(
  typed: readonly Goal[],
  period: Period,
  end: Day,
  ofReps: (period: Period, end: Day) => number | undefined,
  daysOfAll: (from: Day, to: Day) => number,
): number | undefined {
  let sum: number | undefined;
  for (const part of partsOf(period, typed)) {
    if (part.start >= end && part.start > period.start) break;
    const by = Math.min(end, part.end);
    const goal = part.typed === undefined ? ofReps(part, by) : part.typed * shareBy(part, by);
    if (goal !== undefined) sum = (sum ?? 0) + goal;
  }
  return sum;

  function shareBy(part: Period, by: Day): number {
    if (by >= part.end) return 1;
    const all = ofReps(part, part.end) ?? 0;
    if (all > 0) return (ofReps(part, by) ?? 0) / all;
    const days = daysOfAll(part.start, part.end);
    return days === 0 ? 0 : daysOfAll(part.start, by) / days;
  }
}

/** The typed goals within a period, the longest first where they overlap, and the days between them. */
function partsOf(period: Period, typed: readonly Goal[]): Part[] {
  const taken: Part[] = [];
  const within = typed
    .map((goal): Part => ({ ...periodOf(goal), typed: goal.revenue }))
    .filter(({ start, end }) => start >= period.start && end <= period.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const part of within)
    if (taken.every(({ start, end }) => part.end <= start || end <= part.start)) taken.push(part);
  const parts: Part[] = [];
  let from = period.start;
  for (const part of taken.sort((a, b) => a.start - b.start)) {
    if (part.start > from) parts.push({ start: from, end: part.start });
    parts.push(part);
    from = part.end;
  }
  return from < period.end ? [...parts, { start: from, end: period.end }] : parts;
}
