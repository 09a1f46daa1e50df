import type { Ratio } from '../../domain/ratios/ratio.ts';
import { ratioText, valueOfRatio, wilson } from '../../domain/ratios/ratio.ts';
import { stepRatios, wonValue } from '../../domain/ratios/step-ratios.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, rowsOnly } from '../block.ts';
import { EMPTY, percent, plural, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import { type ClosingView, RECENT_WEEKS } from './closing-view.ts';
import { ENOUGH, endsOf, outOf, percentText, shareCell } from './ratio-cells.ts';

/** The named ratios of the team, in plain words, and which to use for what. */
export function summaryBlock(view: ClosingView): Block {
  const { decision, stale, staleAdjusted } = view.winRates(TEAM);
  const { closesPerAsk } = view.period(TEAM);
  return rowsOnly([
    [text('Which ratio for what', 'heading')],
    headings(['Team', 'Share', 'x / n', '95 % from', 'to', LAST], [LAST]),
    proportion(
      'Prospect to close',
      view.headline(TEAM),
      `Of the deals first worked, the share closed by now. To plan: ${dealsPerClose(view)}`,
    ),
    proportion('Win rate', decision, useOfWinRate(decision)),
    proportion(
      'Win rate, stale as lost',
      staleAdjusted,
      `With ${plural(stale, 'stale opportunity or ask', 'stale opportunities and asks')} as lost: fair to reps who say Lost and reps who don't.`,
    ),
    valueRow(view),
    [
      text('Closes per ask, in rows'),
      percent(closesPerAsk),
      text(ratioText(closesPerAsk), 'count'),
      EMPTY,
      EMPTY,
      text(
        `Rows of the last ${RECENT_WEEKS} complete weeks; may exceed 100 %. To set activity: targets use it.`,
        'muted',
      ),
    ],
  ]);
}

const LAST = 'What for';

const proportion = (name: string, of: Ratio, use: string): CellLayout[] => [
  text(name),
  shareCell(of),
  outOf(of),
  ...endsOf(of),
  text(use, 'muted'),
];

function dealsPerClose({ headline }: ClosingView): string {
  const value = valueOfRatio(headline(TEAM));
  if (value === undefined) return 'how many deals a close takes.';
  return value === 0
    ? 'no deal of these weeks has closed yet.'
    : `a close takes about ${plural(Math.round(1 / value), 'deal')} first worked.`;
}

/** Where nobody says Lost, everything that is decided is won. */
const useOfWinRate = ({ x, n }: Ratio): string =>
  n > 0 && x === n
    ? 'No deal stands as Lost, so every decided deal is won: this says nothing. Look at the next line.'
    : `Of the deals decided in the last ${RECENT_WEEKS} complete weeks, the share won. To coach the last steps.`;

/** `29.7M` */
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A finding only where there is one, and asks enough to tell. */
function sizeOfLost(value: Ratio, wonPerAsk: Ratio): string {
  const [ofValue, ofAsks] = [valueOfRatio(value), valueOfRatio(wonPerAsk)];
  if (ofValue === undefined || ofAsks === undefined) return '';
  if (wonPerAsk.n < ENOUGH)
    return ` Beside it the share of asks won, ${percentText(wonPerAsk)}; too few asks to compare.`;
  const than = `the share of asks won (${percentText(wonPerAsk)})`;
  const plausible = wilson(wonPerAsk);
  if (plausible && ofValue >= plausible.low && ofValue <= plausible.high) return ` About ${than}: size hardly matters.`;
  return ofValue < ofAsks
    ? ` Below ${than}: large deals are won less often.`
    : ` Above ${than}: large deals are won more often.`;
}

/** Amounts: no interval, since a large deal is not many deals. */
function valueRow({ matured, figures }: ClosingView): CellLayout[] {
  const value = wonValue(matured(TEAM));
  const { wonPerAsk } = stepRatios(matured(TEAM));
  const major = (minor: number): string => SHORT.format(minor / 10 ** figures.rules.minorDigits);
  return [
    text('Won of the value asked'),
    percent(value),
    text(value.n === 0 ? ratioText(value) : `${major(value.x)}/${major(value.n)}`, 'count'),
    EMPTY,
    EMPTY,
    text(`Amounts of the same deals as prospect to close, from the ask on.${sizeOfLost(value, wonPerAsk)}`, 'muted'),
  ];
}
