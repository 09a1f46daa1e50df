import { phrase } from '../domain/cells/phrase.ts';
import { weeksUntil } from '../domain/days/week.ts';
import { type Forecast, REP_WEEKS } from '../domain/forecast/forecast.ts';
import { LEAST_WEEKS } from '../domain/forecast/forecast-input.ts';
import { leavers } from '../domain/forecast/leavers.ts';
import { money, text } from './cells.ts';
import { longDate } from './dates.ts';
import { headings, tenths } from './headings.ts';
import type { CellLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { type RepLine, repLines } from './reps.ts';

const WORTH_A_LINE = 0.05;
const STILL_THEIRS = ' Who has left stands here for open deals alone: decide whose they are now.';

/** By rep, most closes first: who is on Team, and who else something is expected of; of who has left, for open deals. */
export function forecastByRep({ from, reps }: Forecast, figures: ReportFigures): CellLayout[][] {
  const left = leavers(figures.rules.team.members, from);
  const lines = linesOf(figures)
    .map(({ key, name, member }) => ({
      ...{ name, here: member !== undefined && !left.has(key), end: left.get(key) },
      closes: reps.get(key)?.closes ?? 0,
      revenue: reps.get(key)?.revenue ?? 0,
    }))
    .filter(({ here, closes }) => here || closes >= WORTH_A_LINE)
    .sort((a, b) => b.closes - a.closes);
  const gone = lines.some(({ end }) => end !== undefined);
  return [
    [text(`Expected by rep in the next ${REP_WEEKS} weeks`, 'heading')],
    [text(`A deal that two reps work is expected of both.${gone ? STILL_THEIRS : ''}`, 'muted')],
    headings(['Rep', 'Closes', 'Revenue']),
    ...lines.map(({ name, end, closes, revenue }) => [
      text(name),
      tenths(closes),
      money(Math.round(revenue), figures.rules.minorDigits),
      ...(end === undefined ? [] : [text(`left ${longDate(end)}; open deals are still theirs`, 'muted')]),
    ]),
  ];
}

/** Whoever was there or had rows in the weeks that new deals are counted over, and members who left before them. */
function linesOf(figures: ReportFigures): RepLine[] {
  const recent = repLines(figures, weeksUntil(figures.current, LEAST_WEEKS));
  const known = new Set(recent.map(({ key }) => key));
  const members = figures.rules.team.members
    .filter(({ end }) => end !== undefined && end < figures.current)
    .map((member): RepLine => ({ key: `r:${phrase(member.name)}`, name: member.name, member }));
  return [...recent, ...members.filter(({ key }) => !known.has(key))];
}
