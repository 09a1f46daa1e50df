import { type RepKey, TEAM, UNASSIGNED } from '../../domain/rows/rep-key.ts';
import type { Figure } from '../../domain/weeks/figures.ts';
import { type Restatement, restatedShare, restatements } from '../../domain/weeks/restated.ts';
import { type Block, rowsOnly } from '../block.ts';
import { plural, text } from '../cells.ts';
import { longDate, shortDate } from '../dates.ts';
import { FIGURE_NAMES } from '../figure-names.ts';
import type { CellLayout } from '../layout.ts';
import { repNamer } from '../rep-names.ts';
import type { ReportFigures } from '../report-figures.ts';
import { headRow } from './head-row.ts';

const LISTED = 60;

/** "weeks close, later changes are listed": which counts of closed weeks are others now than they were reported. */
export function restatedBlock(figures: ReportFigures): Block {
  const all = restatements(figures.asReported, figures.weeks);
  const lines = [...Map.groupBy(all, ({ week, rep }) => `${week} ${rep}`).values()];
  const more = lines.length - LISTED;
  const namesOf = repNamer(figures);
  return rowsOnly([
    [text(findingOf(figures, all), 'heading')],
    [text(explanation(figures), 'muted')],
    ...(all.length === 0 ? [] : [headRow(['Week of', 'Who', 'As reported -> now'])]),
    ...lines.slice(0, LISTED).map((changes) => restatedRow(changes, namesOf, figures.rules.minorDigits)),
    ...(more > 0 ? [[text(`${plural(more, 'older line')} not listed here.`, 'muted')]] : []),
  ]);
}

/** "Restated share" */
function findingOf(figures: ReportFigures, all: readonly Restatement[]): string {
  const { x, n } = restatedShare(figures, all);
  if (n === 0) return 'Restated weeks: no week is closed yet';
  const closed = plural(n, 'closed week');
  if (x === 0) return `Restated weeks: none of the ${closed} of the last 26 weeks`;
  return `Restated weeks: ${x} of the ${closed} of the last 26 weeks`;
}

function explanation({ facts, rules }: ReportFigures): string {
  const after = plural(rules.settings.freezeAfter, 'day');
  const through = facts.frozen?.through;
  if (through === undefined)
    return `A week closes ${after} after its end, and no sooner than ${after} after the first sync (${longDate(facts.since)}). Until then late rows simply count.`;
  return `Weeks up to that of ${shortDate(through)} are closed: Trend keeps their counts as reported, and what changed later is listed here. Ratios, deals and forecasts go by the rows as they are now.`;
}

/** What changed in a week for the team, or for a rep. */
function restatedRow(
  changes: readonly Restatement[],
  namesOf: (reps: readonly RepKey[]) => string,
  minorDigits: number,
): CellLayout[] {
  const [{ week, rep } = { week: 0, rep: TEAM }] = changes;
  const amount = (figure: Figure, value: number): string =>
    (figure.endsWith('Amount') ? value / 10 ** minorDigits : value).toLocaleString('en');
  const words = changes
    .toSorted((a, b) => ORDER.indexOf(a.figure) - ORDER.indexOf(b.figure))
    .map(
      ({ figure, reported, now }) => `${FIGURE_NAMES[figure]} ${amount(figure, reported)} -> ${amount(figure, now)}`,
    );
  return [
    text(longDate(week)),
    rep === TEAM ? text('Team', 'strong') : text(namesOf(rep === UNASSIGNED ? [] : [rep])),
    text(words.join(', ')),
  ];
}

/** What managers look at comes first. */
const ORDER = Object.keys(FIGURE_NAMES);
