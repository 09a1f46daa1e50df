import { MEETING_WEEKS, meetingsHeld, meetingsWithMsis, meetingWeeks } from '../../domain/agenda/meetings-and-msis.ts';
import { completeUntil, type Week } from '../../domain/days/week.ts';
import { standsOut } from '../../domain/ratios/lead-lag.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, NO_BLOCK } from '../block.ts';
import { count, plural, text } from '../cells.ts';
import { ABSENT } from '../headings.ts';
import type { CellLayout, CellRange, ChartLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { weekCell } from '../weekly-count.ts';
import { headRow } from './week-cells.ts';

const ABOVE = 2;

/** "meetings held against MSI trend": what was held each week beside the MSIs, and whether they go together. */
export function meetingsBlock(figures: ReportFigures, weeks: readonly Week[]): Block {
  const { rules } = figures;
  if (figures.weeks.size === 0) return NO_BLOCK;
  const meetings = rules.meetings.filter(({ day }) => day <= figures.asOf.day);
  if (meetings.length === 0) {
    const hint = 'None noted. Write them on the tab Meetings (Date, Segment, Held) to see whether MSIs go with them.';
    return () => ({ rows: [[text('Work-in-progress meetings', 'heading')], [text(hint, 'muted')]], charts: [] });
  }
  const { weekStartsOn } = rules.settings;
  const series = meetingWeeks(meetings, figures.weeks, completeUntil(figures), weekStartsOn);
  const held = meetingsHeld(meetings, weekStartsOn);
  const first = Math.min(...held.keys(), ...series.map(({ week }) => week));
  const rows: CellLayout[][] = [
    [text(findingOf(series), 'heading')],
    [text('Held as the tab Meetings says. That they go together does not say that one causes the other.', 'muted')],
    headRow('Team', figures, weeks),
    [text('Meetings held'), ...weeks.map((week) => (week < first ? ABSENT : count(held.get(week) ?? 0)))],
    [text('MSIs'), ...weeks.map((week) => weekCell(figures, TEAM, 'msis', week))],
  ];
  return (startRow) => ({ rows, charts: [chart(startRow, weeks.length + 1)] });
}

function findingOf(series: ReturnType<typeof meetingWeeks>): string {
  const link = meetingsWithMsis(series);
  if (!link)
    return `Meetings and MSIs: ${plural(series.length, 'complete week')} noted, ${MEETING_WEEKS} are needed to compare`;
  const { n, r } = link;
  if (r === undefined)
    return `Meetings and MSIs: the same number of meetings in each of ${n} weeks, nothing to compare`;
  const words = !standsOut(link)
    ? 'no clear link'
    : r > 0
      ? 'more MSIs in weeks with more meetings'
      : 'fewer MSIs in weeks with more meetings';
  return `Meetings and MSIs: ${words} (r = ${r.toFixed(2)} over ${n} weeks; indicative)`;
}

function chart(startRow: number, columns: number): ChartLayout {
  const row = (at: number): CellRange => ({
    startRow: startRow + ABOVE + at,
    endRow: startRow + ABOVE + at + 1,
    startColumn: 0,
    endColumn: columns,
  });
  return {
    title: 'Team: meetings held and MSIs by week',
    kind: 'COMBO',
    headerCount: 1,
    domain: row(0),
    series: [
      { range: row(2), type: 'COLUMN', axis: 'LEFT', colour: '#1a73e8' },
      { range: row(1), type: 'LINE', axis: 'RIGHT', colour: '#9334e6' },
    ],
    leftTitle: 'MSIs',
    rightTitle: 'Meetings held',
    anchor: { row: startRow, column: 0 },
    width: 680,
    height: 300,
  };
}
