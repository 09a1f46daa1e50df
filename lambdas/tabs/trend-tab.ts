import { isOver, type Week, weeksUntil } from '../domain/days/week.ts';
import { rowsOnly, stacked } from './block.ts';
import { plural, text, wide } from './cells.ts';
import { chartsBeside } from './charts-beside.ts';
import { shortDate } from './dates.ts';
import type { TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';
import { leadBlock } from './trend/lead-block.ts';
import { meetingsBlock } from './trend/meetings-block.ts';
import { repBlocks } from './trend/rep-block.ts';
import { teamBlock } from './trend/team-block.ts';
import { teamCount } from './trend/week-cells.ts';
import { WEEKS_SHOWN } from './week-lines.ts';
import { firstWeek } from './weekly-count.ts';

const COLUMNS = WEEKS_SHOWN + 1;

/** Where are we heading? 13 weeks by indicator and by rep; whether activity leads closes; meetings beside MSIs. */
export function trendTab(figures: ReportFigures): TabLayout {
  const weeks = weeksUntil(figures.current, WEEKS_SHOWN);
  const { rows, charts } = stacked([
    rowsOnly([
      [text(titleOf(figures, weeks), 'title')],
      [STAMP],
      [
        text(
          'Weeks by their first day. The last column is the week so far: partial until its last day is over.',
          'muted',
        ),
      ],
      [text(closedWords(figures, weeks), 'muted')],
    ]),
    teamBlock(figures, weeks),
    leadBlock(figures),
    meetingsBlock(figures, weeks),
    ...repBlocks(figures, weeks),
  ]);
  return {
    name: 'Trend',
    frozenRows: 2,
    frozenColumns: 1,
    widths: [160, ...weeks.map(() => 78)],
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts: chartsBeside(charts, COLUMNS),
  };
}

/** The last complete week against the mean of the four before: the finding, in words. */
function titleOf(figures: ReportFigures, weeks: readonly Week[]): string {
  const first = firstWeek(figures);
  if (first > figures.current) return `No rows in the ${WEEKS_SHOWN} weeks to ${shortDate(figures.current)}`;
  const complete = weeks.filter((week) => week >= first && isOver(week, figures.asOf)).slice(-5);
  const msis = complete.map((week) => teamCount(figures, 'msis', week));
  const last = msis.at(-1) ?? 0;
  const before = msis.slice(0, -1);
  const mean = before.reduce((sum, n) => sum + n, 0) / before.length;
  if (before.length < 4 || mean === 0) return `MSIs and closes, ${WEEKS_SHOWN} weeks to ${shortDate(figures.current)}`;
  const change = Math.round((100 * (last - mean)) / mean);
  const direction = change === 0 ? 'level with' : `${Math.abs(change)} % ${change > 0 ? 'above' : 'below'}`;
  return `${plural(last, 'MSI')} in the last complete week, ${direction} the four weeks before`;
}

/** "a week is open until 14 days (setting) after its end; then its weekly counts are frozen as reported" */
function closedWords({ facts, rules, asReported }: ReportFigures, weeks: readonly Week[]): string {
  const through = facts.frozen?.through;
  if (through === undefined)
    return `No week is closed yet: a week closes ${plural(rules.settings.freezeAfter, 'day')} after its end, and no sooner after the first sync.`;
  const marked = weeks.some((week) => asReported.has(week));
  return `Weeks up to that of ${shortDate(through)} are closed: their counts stay as reported.${marked ? ' * = restated since: rest on the figure to see what it is now; all of them are on Health.' : ''}`;
}
