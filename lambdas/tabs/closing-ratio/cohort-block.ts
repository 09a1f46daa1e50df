import { type CohortWeek, HEADLINE_WEEKS } from '../../domain/ratios/closing-ratio.ts';
import { ratio } from '../../domain/ratios/ratio.ts';
import { openOf } from '../../domain/ratios/step-ratios.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import type { Block } from '../block.ts';
import { count, percent, text } from '../cells.ts';
import { shortDate } from '../dates.ts';
import { headings } from '../headings.ts';
import type { CellLayout, ChartLayout, StyleName } from '../layout.ts';
import type { ClosingView } from './closing-view.ts';
import { endsOf } from './ratio-cells.ts';

const ABOVE = 2;

/** What has become of the deals of each week. */
export function cohortBlock({ cohorts }: ClosingView): Block {
  const shown = shownCohorts(cohorts(TEAM));
  if (shown.length === 0) return () => ({ rows: [], charts: [] });
  const rows = [
    [text('Week by week: what has become of the deals first worked in it', 'heading')],
    [text('Grey: too young to tell; more of them will still close.', 'muted')],
    headings(['Week', 'Deals', 'Won', 'Lost', 'Open', 'Won / deals', '95 % from', 'to', 'Matured?']),
    ...shown.map(cohortRow),
  ];
  // Old weeks come first.
  const matured = shown.filter((each) => each.matured).length;
  return (startRow) => ({
    rows,
    charts: matured < 2 ? [] : [cohortChart(startRow, startRow + ABOVE, matured, shown.length - matured)],
  });
}

/** The cohorts of the headline and the younger ones, from the first with a deal. */
function shownCohorts(all: readonly CohortWeek[]): readonly CohortWeek[] {
  const young = all.filter(({ matured }) => !matured).length;
  const recent = all.slice(-(young + HEADLINE_WEEKS));
  const first = recent.findIndex(({ cohort }) => cohort.deals > 0);
  return first < 0 ? [] : recent.slice(first);
}

function cohortRow({ week, cohort, matured }: CohortWeek): CellLayout[] {
  const number: StyleName = matured ? 'count' : 'count-muted';
  const won = ratio(cohort.won, cohort.deals);
  return [
    text(shortDate(week), matured ? 'text' : 'muted'),
    count(cohort.deals, number),
    count(cohort.won, number),
    count(cohort.lost, number),
    count(openOf(cohort), number),
    percent(won, matured ? 'percent' : 'percent-muted'),
    ...endsOf(won),
    text(matured ? 'yes' : 'not yet', number),
  ];
}

/** Of the matured weeks: the younger ones would fall to 0 %, though more of their deals will close. */
function cohortChart(startRow: number, headRow: number, weeks: number, young: number): ChartLayout {
  const rows = { startRow: headRow, endRow: headRow + 1 + weeks };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'Prospect to close by week, with its 95 % interval',
    subtitle: subtitleOf(young),
    kind: 'LINE',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(5), colour: '#1a73e8' },
      { range: column(6), colour: '#9aa0a6', dashed: true },
      { range: column(7), colour: '#9aa0a6', dashed: true },
    ],
    leftTitle: 'won ÷ deals',
    bottomTitle: 'week in which the deal was first worked',
    anchor: { row: startRow, column: 0 },
    width: 620,
    height: 340,
  };
}

function subtitleOf(young: number): string {
  if (young === 0) return 'matured weeks';
  return `matured weeks; the ${young === 1 ? 'youngest is' : `${young} youngest are`} too young to tell`;
}
