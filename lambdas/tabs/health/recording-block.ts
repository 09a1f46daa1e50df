import { statedMsis } from '../../domain/agenda/stated-msis.ts';
import { weeksUntil } from '../../domain/days/week.ts';
import { type Ratio, ratioText } from '../../domain/ratios/ratio.ts';
import { emptyDays } from '../../domain/recording/empty-days.ts';
import { batchEntry, entryDelay } from '../../domain/recording/entry-delay.ts';
import { repFigures } from '../../domain/weeks/week-rollup.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, percent, plural, text } from '../cells.ts';
import { longDate } from '../dates.ts';
import { ABSENT, tenths } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { type RepLine, recordsHere, repLines } from '../reps.ts';
import { repsByCloses } from '../reps-by-closes.ts';
import { shownWeek } from '../shown-week.ts';
import { headRow } from './head-row.ts';

const STATED_DAYS = 28;
const NUMBERS = [
  ...['Days without a row', 'No outcome yet', 'Entry delay, working days', 'Typed at the end', 'Share'],
  ...['Stated', 'Recorded'],
];

interface Line {
  readonly name: string;
  readonly empty: number;
  readonly delay: number | undefined;
  readonly batch: Ratio | undefined;
  readonly unconfirmed: number;
  /** MSIs said aloud in the meetings of the last 4 weeks, and recorded for the same days. */
  readonly said: { readonly stated: number; readonly recorded: number } | undefined;
}

/** "you must insist that your salespeople record all of their MSIs": who does, and how soon. */
export function recordingBlock(figures: ReportFigures): Block {
  const { week, partial } = shownWeek(figures);
  const reps = repLines(figures, weeksUntil(week, 1)).filter((rep) => recordsHere(figures, rep));
  if (reps.length === 0) return NO_BLOCK;
  const said = saidByRep(figures);
  const lines = repsByCloses(figures, reps).map((rep) => lineOf(figures, rep, said.get(rep.key)));
  const missing = lines.filter(({ empty }) => empty > 0).length;
  const finding =
    missing === 0 ? 'no day without a row' : `${missing} of ${plural(lines.length, 'rep')} with days without a row`;
  return rowsOnly([
    [text(`Recording in the week of ${longDate(week)}${partial ? ', so far' : ''}: ${finding}`, 'heading')],
    [text(lines.some(({ delay }) => delay !== undefined) ? ENTRY : NO_ENTRY, 'muted')],
    [text(said.size > 0 ? STATED : NOT_STATED, 'muted')],
    headRow(['Rep', ...NUMBERS, 'Said and recorded'], NUMBERS),
    ...lines.map(rowOf),
  ]);
}

const ENTRY =
  'Entry delay: working days from the date of a row to the day it was typed (the middle row). Typed at the end: on the last recorded day of the week or later.';
const NO_ENTRY =
  'Entry delay and rows typed at the end are known for rows typed after the first sync: none of this week yet.';
const STATED =
  'Stated: MSIs said aloud in the meetings of the last 4 weeks, from the tab Meetings. Recorded: for the same days.';
const NOT_STATED =
  'Stated: nothing yet. Type on the tab Meetings, in a column for each rep, the MSIs that reps say aloud, to see whether they record them.';

function lineOf(figures: ReportFigures, rep: RepLine, said: Line['said']): Line {
  const { weeks, rules, entries } = figures;
  const { week, through, elapsedTo } = shownWeek(figures);
  const { key, name } = rep;
  const rows = entries.get(key) ?? [];
  return {
    name,
    empty: emptyDays(rep, { weeks, calendar: rules.calendar }, week, elapsedTo),
    delay: entryDelay(rows),
    batch: batchEntry(rows),
    unconfirmed: repFigures(weeks.get(week), key, week, through).unconfirmed,
    said,
  };
}

function saidByRep(figures: ReportFigures): Map<string, { stated: number; recorded: number }> {
  const sums = new Map<string, { stated: number; recorded: number }>();
  const { day } = figures.asOf;
  for (const { rep, stated, recorded } of statedMsis(figures, day - STATED_DAYS, day + 1)) {
    const sum = sums.get(rep) ?? { stated: 0, recorded: 0 };
    sums.set(rep, { stated: sum.stated + stated, recorded: sum.recorded + recorded });
  }
  return sums;
}

const rowOf = ({ name, empty, delay, batch, unconfirmed, said }: Line): CellLayout[] => [
  text(name),
  count(empty),
  count(unconfirmed),
  delay === undefined ? ABSENT : tenths(delay),
  batch ? text(ratioText(batch), 'count') : ABSENT,
  batch ? percent(batch) : ABSENT,
  said ? count(said.stated) : ABSENT,
  said ? count(said.recorded) : ABSENT,
  text(said ? differenceOf(said.stated - said.recorded) : '–', 'muted'),
];

function differenceOf(unrecorded: number): string {
  if (unrecorded === 0) return 'the same';
  return unrecorded > 0 ? `${unrecorded} said and not written down` : `${-unrecorded} more written down than said`;
}
