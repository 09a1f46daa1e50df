import type { WeekTarget } from '../domain/weeks/facts.ts';
import { count, EMPTY, linked, money, percent, text } from './cells.ts';
import type { CellLayout, StyleName } from './layout.ts';
import { statusCell } from './pace-status.ts';
import type { WeekLine } from './week-lines.ts';

/** A line, and how it is shown. */
interface Shown {
  readonly line: WeekLine;
  readonly isTeam: boolean;
  readonly minorDigits: number;
  /** Of the 13 weeks at the right: `=SPARKLINE(...)`. */
  readonly sparkline: string;
}

interface WeekColumn {
  readonly name: string;
  readonly width: number;
  readonly head: 'head' | 'head-right';
  readonly cell: (shown: Shown) => CellLayout;
}

const number = ({ isTeam }: Shown): StyleName => (isTeam ? 'count-strong' : 'count');
const absent = text('–', 'count-muted');
const tenths = (value: number): CellLayout => ({ value: Math.round(value * 10) / 10, style: 'decimal' });
const right = (name: string, width: number, cell: WeekColumn['cell']): WeekColumn => ({
  name,
  width,
  head: 'head-right',
  cell,
});
const left = (name: string, width: number, cell: WeekColumn['cell']): WeekColumn => ({
  name,
  width,
  head: 'head',
  cell,
});

/** `14 of 20` beside a target, else (and where the week asks for none) the number alone. */
const against = (name: string, width: number, kind: Exclude<keyof WeekTarget, 'msis'>): WeekColumn =>
  right(name, width, (shown) => {
    const { week, target } = shown.line;
    return target && target[kind] > 0
      ? text(`${week[kind]} of ${target[kind]}`, number(shown))
      : count(week[kind], number(shown));
  });

/** The columns of the tab Week, left of the 13 weeks. Who is on pace stands where a phone shows it. */
export const WEEK_COLUMNS: readonly WeekColumn[] = [
  left('Rep', 130, ({ line, isTeam }) => text(line.name, isTeam ? 'strong' : 'text')),
  left('Status', 108, ({ line }) => statusCell(line.pace)),
  right('Closes to expect a week', 92, ({ line }) =>
    line.closesAWeek === undefined ? EMPTY : tenths(line.closesAWeek),
  ),
  right('Today', 64, (shown) => count(shown.line.today, number(shown))),
  right('This week', 72, (shown) =>
    linked(count(shown.line.week.msis, number(shown)), shown.line.week.rows > 0 ? shown.line.link : undefined),
  ),
  right('Same days last week', 96, ({ line }) => count(line.before, 'count-muted')),
  right('Target', 72, (shown) => (shown.line.target ? count(shown.line.target.msis, number(shown)) : absent)),
  right('Expected by now', 80, ({ line }) => (line.pace.expected > 0 ? tenths(line.pace.expected) : absent)),
  right('Pace', 72, ({ line }) =>
    line.pace.share === undefined ? absent : { value: line.pace.share, style: 'percent' },
  ),
  right('A day from now', 84, ({ line }) => (line.runRate === undefined ? absent : tenths(line.runRate))),
  against('Attempts', 96, 'attempts'),
  against('Follow-ups', 96, 'followUps'),
  against('Opportunities', 112, 'opportunities'),
  against('Asks', 84, 'asks'),
  against('Closes', 84, 'closes'),
  right('Lost', 56, (shown) => count(shown.line.week.lost, number(shown))),
  right('Closed amount', 96, ({ line, isTeam, minorDigits }) =>
    money(line.week.closeAmount, minorDigits, isTeam ? 'money-strong' : 'money'),
  ),
  right('Days without a row', 96, ({ line }) => (line.emptyDays === undefined ? EMPTY : count(line.emptyDays))),
  right('Entry delay, working days', 96, ({ line, isTeam }) =>
    line.entryDelay === undefined ? (isTeam ? EMPTY : absent) : tenths(line.entryDelay),
  ),
  right('Typed at the end', 84, ({ line, isTeam }) =>
    line.batch === undefined ? (isTeam ? EMPTY : absent) : percent(line.batch),
  ),
  right('No outcome yet', 90, ({ line }) => count(line.week.unconfirmed, 'count-muted')),
  left('Segment', 80, ({ line }) => text(line.segment, 'muted')),
  left('13 weeks', 130, ({ sparkline }) => ({ value: { formula: sparkline }, style: 'spark' })),
];

/** Zero-based; throws where there is no such column. */
export function weekColumn(name: string): number {
  const at = WEEK_COLUMNS.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`The tab Week has no column "${name}".`);
  return at;
}
