import { phrase } from '../domain/cells/phrase.ts';
import type { Week } from '../domain/days/week.ts';
import type { TeamMember } from '../domain/inputs/team.ts';
import { type RepKey, TEAM, UNASSIGNED, UNASSIGNED_NAME } from '../domain/rows/rep-key.ts';
import type { WeekRollup } from '../domain/weeks/week-rollup.ts';
import type { ReportSums } from './report-figures.ts';

/** A line of a report. */
export interface RepLine {
  readonly key: RepKey;
  readonly name: string;
  readonly member?: TeamMember;
}

/**
 * Who has a line: the members of Team who are there in one of the weeks, and everybody with rows in them. By name;
 * rows without a rep come last.
 */
export const repLines = (figures: ReportSums, weeks: readonly Week[]): RepLine[] =>
  linesOf(figures, weeks, [figures.weeks]);

/**
 * The same, and who has counts that were reported of one of the weeks: "its weekly counts are frozen as reported", also
 * when all rows of a rep who is not on Team are gone since.
 */
export const reportedLines = (figures: ReportSums, weeks: readonly Week[]): RepLine[] =>
  linesOf(figures, weeks, [figures.weeks, figures.asReported]);

function linesOf(
  { rules, quality }: ReportSums,
  weeks: readonly Week[],
  among: readonly ReadonlyMap<Week, WeekRollup>[],
): RepLine[] {
  const [from = 0, to = 0] = [weeks[0], (weeks.at(-1) ?? 0) + 7];
  const lines = new Map<RepKey, RepLine>();
  for (const member of rules.team.members) {
    if ((member.start ?? from) >= to || (member.end ?? to) < from) continue;
    lines.set(`r:${phrase(member.name)}`, { key: `r:${phrase(member.name)}`, name: member.name, member });
  }
  for (const week of weeks) {
    for (const key of among.flatMap((rollups) => [...(rollups.get(week)?.days.keys() ?? [])])) {
      if (key !== TEAM && !lines.has(key)) lines.set(key, lineOf(key, rules.team.members, quality.names));
    }
  }
  return [...lines.values()].sort(
    (a, b) => Number(a.key === UNASSIGNED) - Number(b.key === UNASSIGNED) || byName(a, b),
  );
}

/** Who is expected to record: whoever is on Team; without a Team tab, every rep who is named on a row. */
export const recordsHere = ({ rules }: Pick<ReportSums, 'rules'>, rep: RepLine): boolean =>
  rules.team.exists ? rep.member !== undefined : rep.key !== UNASSIGNED;

function lineOf(key: RepKey, members: readonly TeamMember[], names: Readonly<Record<RepKey, string>>): RepLine {
  if (key === UNASSIGNED) return { key, name: UNASSIGNED_NAME };
  const member = members.find(({ name }) => `r:${phrase(name)}` === key);
  return { key, name: member?.name ?? names[key] ?? key.slice(2), ...(member && { member }) };
}

const byName = (a: RepLine, b: RepLine): number => {
  const [left, right] = [phrase(a.name), phrase(b.name)];
  return left < right ? -1 : left > right ? 1 : 0;
};
