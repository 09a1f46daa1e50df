import type { WinRates } from '../../domain/ratios/recent-win-rates.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, NO_BLOCK } from '../block.ts';
import { count, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout, ChartLayout, StyleName } from '../layout.ts';
import { type ClosingView, RECENT_WEEKS } from './closing-view.ts';
import { endsOf, outOf, shareCell, withInterval } from './ratio-cells.ts';

const ABOVE = 3;
/** More columns than that can't be told apart. */
const MOST_DRAWN = 16;
const WHAT = 'Won ÷ (won + lost), by the day of the decision: a rep who never says Lost would win everything.';
const STALE = 'So beside it, as if lost: stale opportunities and asks, last worked in these weeks and open since.';
const OPENING = ' Deals that were under way when the data began count here.';

/** "Decision win rate: won ÷ (won + lost) by decision date; stale-adjusted: won ÷ (won + lost + stale)" */
export function winRateBlock({ reps, winRates, figures }: ClosingView): Block {
  if (winRates(TEAM).staleAdjusted.n === 0) return NO_BLOCK;
  // Who has nothing decided and nothing stale says nothing here.
  const lines = reps
    .map(({ key, name }) => ({ name, rates: winRates(key) }))
    .filter(({ rates }) => rates.staleAdjusted.n > 0);
  const opening = figures.openDeals.some((deal) => deal.opening);
  const rows = [
    [text(`Win rate by rep: deals decided in the last ${RECENT_WEEKS} complete weeks`, 'heading')],
    [text(WHAT, 'muted')],
    [text(`${STALE}${opening ? OPENING : ''}`, 'muted')],
    headings([
      'Rep',
      'Won / decided',
      'Win rate',
      '95 % from',
      'to',
      'Stale',
      'Won / with stale',
      'Win rate, stale as lost',
      '95 %',
    ]),
    ...lines.map(({ name, rates }) => rateRow(name, rates)),
    rateRow('Team', winRates(TEAM), 'strong'),
  ];
  return (startRow) => ({
    rows,
    charts: lines.length > MOST_DRAWN ? [] : [chart(startRow, startRow + ABOVE, lines.length + 1)],
  });
}

const rateRow = (
  name: string,
  { decision, stale, staleAdjusted }: WinRates,
  style: StyleName = 'text',
): CellLayout[] => [
  text(name, style),
  outOf(decision),
  shareCell(decision),
  ...endsOf(decision),
  count(stale, 'count-muted'),
  ...withInterval(staleAdjusted),
];

function chart(startRow: number, headRow: number, lines: number): ChartLayout {
  const rows = { startRow: headRow, endRow: headRow + 1 + lines };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'Win rate by rep, between the ends of its 95 % interval',
    subtitle: 'grey: the ends; where those of two reps overlap, the difference may be chance',
    kind: 'COLUMN',
    headerCount: 1,
    domain: column(0),
    series: [
      { range: column(3), colour: '#bdc1c6' },
      { range: column(2), colour: '#1a73e8' },
      { range: column(4), colour: '#dadce0' },
    ],
    leftTitle: 'won ÷ decided',
    anchor: { row: startRow, column: 0 },
    width: 620,
    height: 300,
  };
}
