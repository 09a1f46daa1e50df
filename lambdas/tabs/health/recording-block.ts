import { type Ratio, ratioText } from '../../domain/ratio.ts';
import { emptyDays } from '../../domain/recording/empty-days.ts';
import { batchEntry, entryDelay } from '../../domain/recording/entry-delay.ts';
import { statedMsis } from '../../domain/stated-msis.ts';
import { weeksUntil } from '../../domain/week.ts';
import { repFigures } from '../../domain/week-rollup.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, EMPTY, percent, plural, text } from '../cells.ts';
import { longDate } from '../dates.ts';
import { ABSENT, tenths } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { type RepLine, recordsHere, repLines } from '../reps.ts';
import { shownWeek } from '../shown-week.ts';
import { headRow } from './head-row.ts';

const STATED_DAYS = 28;
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
  const lines = reps.map((rep) => lineOf(figures, rep, said.get(rep.key)));
  const missing = lines.filter(({ empty }) => empty > 0).length;
  const finding =
    missing === 0 ? 'no day without a row' : `${missing} of ${plural(lines.length, 'rep')} with days without a row`;
  const parts = PARTS.filter(({ known }) => known === undefined || lines.some(known));
  const names = parts.flatMap(({ heads }) => heads);
  const notes = parts.flatMap(({ notes }) => notes);
  return rowsOnly([
    [text(`Recording in the week of ${longDate(week)}${partial ? ', so far' : ''}: ${finding}`, 'heading')],
    ...notes.map((words) => [text(words, 'muted')]),
    headRow(['Rep', ...names], names),
    ...lines.map((line) => [text(line.name), ...parts.flatMap(({ cells }) => cells(line))]),
  ]);
}

interface Part {
  readonly heads: readonly string[];
  readonly notes: readonly string[];
  /** Columns that nobody has a figure for are left out. */
  readonly known?: (line: Line) => boolean;
  readonly cells: (line: Line) => readonly CellLayout[];
}

const PARTS: readonly Part[] = [
  {
    heads: ['Days without a row', 'No outcome yet'],
    notes: [],
    cells: ({ empty, unconfirmed }) => [count(empty), count(unconfirmed)],
  },
  {
    heads: ['Entry delay, working days', 'Typed at the end', 'Share'],
    notes: [
      'Entry delay: working days from the date of a row to the day on which it was typed (the middle row). Rows of the first sync have none.',
      'Typed at the end: on the last recorded day of the week or later, from 3 recorded days on.',
    ],
    known: ({ delay }) => delay !== undefined,
    cells: ({ delay, batch }) => [
      delay === undefined ? ABSENT : tenths(delay),
      batch ? text(ratioText(batch), 'count') : ABSENT,
      batch ? percent(batch) : EMPTY,
    ],
  },
  {
    heads: ['Stated', 'Recorded', 'Difference'],
    notes: [
      'Stated: MSIs said aloud in the meetings of the last 4 weeks, from the tab Meetings; recorded: for the same days. + = said, and not written down.',
    ],
    known: ({ said }) => said !== undefined,
    cells: ({ said }) =>
      said
        ? [count(said.stated), count(said.recorded), text(difference(said.stated - said.recorded), 'count')]
        : [ABSENT, ABSENT, ABSENT],
  },
];

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

const difference = (n: number): string => (n === 0 ? '0' : `${n > 0 ? '+' : '−'}${Math.abs(n)}`);
