import type { DealBoard } from '../domain/agenda/deal-board.ts';
import type { Rules } from '../domain/inputs/rules.ts';
import { plural, text, wide } from './cells.ts';
import { amountText, wholeAmount } from './currency.ts';
import { DEAL_COLUMNS, dealTable } from './deals/deal-table.ts';
import { signalRows, stepRows, velocityRows } from './deals/summary-rows.ts';
import type { CellLayout, ChartLayout, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';

const COLUMNS = DEAL_COLUMNS.length;
/** Beside the summary, which is this wide. */
const SUMMARY_COLUMNS = 7;
const VELOCITY_ROWS = 7;

/** Which open deals move, which stall? */
export function dealsTab(figures: ReportFigures): TabLayout {
  const { board } = figures;
  const head: CellLayout[][] = [
    [text(titleOf(board, figures.rules), 'title')],
    [STAMP],
    [text(explanation(board), 'muted')],
    [],
  ];
  const steps = stepRows(board, figures.rules);
  const rows = [
    ...head,
    ...steps,
    [],
    ...signalRows(board),
    [],
    ...besideChart(velocityRows(figures, board)),
    [],
    [text('Open deals, those that need a word first', 'heading')],
    ...(board.open === 0
      ? [[text('No open deals. They come from the rows on Activity that name a prospect.', 'muted')]]
      : dealTable(figures, board)),
  ];
  return {
    name: 'Deals',
    frozenRows: 2,
    frozenColumns: 1,
    widths: DEAL_COLUMNS.map(([, width]) => width),
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts:
      board.pursued.open === 0 ? [] : [stepChart(head.length), signalChart(head.length + steps.length + 1, board)],
  };
}

/** As long as the chart beside the signals reaches, however little there is to say: the list stands below it. */
const besideChart = (rows: readonly CellLayout[][]): CellLayout[][] => [
  ...rows,
  ...Array.from({ length: Math.max(0, VELOCITY_ROWS - rows.length) }, () => []),
];

/** States the finding: what stalls of what is pursued. */
function titleOf({ pursued, steps }: DealBoard, rules: Rules): string {
  if (pursued.open === 0) {
    return steps[0].open === 0
      ? 'No open deals'
      : `${plural(steps[0].open, 'prospect')} at attempts, no open opportunity`;
  }
  const money =
    pursued.amount > 0
      ? `, ${amountText(pursued.stalledAmount, rules)} of the ${wholeAmount(pursued.amount, rules)} asked for`
      : '';
  if (pursued.open === 1)
    return `The only open opportunity or ask ${pursued.stalled === 0 ? 'moves' : `stalls${money}`}`;
  const deals = `${pursued.open.toLocaleString('en')} open opportunities and asks`;
  if (pursued.stalled === 0) return `All ${deals} move`;
  return `${pursued.stalled.toLocaleString('en')} of ${deals} ${pursued.stalled === 1 ? 'stalls' : 'stall'}${money}`;
}

function explanation({ standards }: DealBoard): string {
  return `Stalled = the next step is overdue, no MSI for more than ${plural(Math.floor(standards.staleAbove), 'working day')} with no dated step ahead, or in its step 14 days longer than the median of won deals.`;
}

function stepChart(headRow: number): ChartLayout {
  // Moving and stalled, of opportunities and asks.
  const column = (at: number) => ({ startRow: headRow, endRow: headRow + 3, startColumn: at, endColumn: at + 1 });
  return {
    title: 'Opportunities and asks: moving and stalled',
    kind: 'STACKED_COLUMN',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(1), colour: '#1a73e8' },
      { range: column(2), colour: '#e37400' },
    ],
    leftTitle: 'deals',
    anchor: { row: 3, column: SUMMARY_COLUMNS },
    width: 276,
    height: 480,
  };
}

function signalChart(headRow: number, { signals }: DealBoard): ChartLayout {
  const rows = { startRow: headRow + 1, endRow: headRow + 1 + signals.size };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'What to look at, of opportunities and asks',
    kind: 'BAR',
    headerCount: 0,
    domain: column(0),
    series: [{ range: column(1), colour: '#5f6368' }],
    bottomTitle: 'deals; one deal may have several signals',
    anchor: { row: headRow, column: 3 },
    width: 402,
    height: 330,
  };
}
