import { ratioText } from '../../domain/ratios/ratio.ts';
import { activityNeeded, ratesOf } from '../../domain/targets/activity-needed.ts';
import type { Range } from '../../domain/targets/ratio-range.ts';
import type { RowRatios, ShrunkRatio } from '../../domain/targets/row-ratios.ts';
import type { RepBasis } from '../../domain/targets/target-basis.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { text } from '../cells.ts';
import { ABSENT, headings, tenths } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import type { TargetsView } from './targets-view.ts';

const STEPS = ['opportunitiesPerAttempt', 'asksPerOpportunity', 'closesPerAsk'] as const satisfies (keyof RowRatios)[];

/** "It takes you 31 attempts, 9 opportunities, 5 asks per close" */
export function itTakesBlock({ sellers, figures }: TargetsView): Block {
  // The same as the week's target was solved with, until the week is over and is a complete one itself.
  const { basis, startsPerClose } = figures.targets.complete;
  const rows = sellers.flatMap(({ key, name }) => {
    const rep = basis.reps.get(key);
    return rep ? [[text(name), ...cells(rep, startsPerClose(key))]] : [];
  });
  if (rows.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text('It takes you: activity for one close, from the last 26 complete weeks', 'heading')],
    [
      text(
        'Ratios of rows, leaning on the others of the segment as if they were 10 cases (below 3 peers on the default of Settings). 80 % range: the weeks drawn again 200 times. They mix deals of different weeks, so they may exceed 100 %.',
        'muted',
      ),
    ],
    [text('Used = what is reckoned with, above 100 % where nobody typed the step before.', 'muted')],
    headings(
      [
        ...['Rep', 'Attempts', '80 % from', 'to', 'Opportunities', 'Asks', 'Opportunities / attempts', 'used'],
        ...['Asks / opportunities', 'used', 'Closes / asks', 'used', 'Leans on'],
      ],
      ['Leans on'],
    ),
    ...rows,
  ]);
}

function cells({ ratios }: RepBasis, range: Range | undefined): CellLayout[] {
  const one = activityNeeded(1, ratesOf(ratios));
  const receives = ratios.start === 'opportunity';
  return [
    receives ? ABSENT : tenths(one.attempts),
    ...(range ? [{ ...tenths(range.low), style: 'decimal' as const }, tenths(range.high)] : [ABSENT, ABSENT]),
    tenths(one.opportunities),
    tenths(one.asks),
    ...STEPS.flatMap((step) => ratioCells(ratios[step])),
    text(leansOn(ratios, receives), 'muted'),
  ];
}

/** Where nobody typed the step before (3/0) the ratio is absent, and what is reckoned with stands beside it all the same. */
const ratioCells = ({ own, value }: ShrunkRatio): CellLayout[] => [
  text(own.n === 0 && own.x > 0 ? `${own.x}/0` : ratioText(own), 'count'),
  { value, style: 'percent' },
];

function leansOn(ratios: RowRatios, receives: boolean): string {
  const defaults = STEPS.filter((step) => ratios[step].priorFrom === 'default').length;
  const on = defaults === 0 ? 'the segment' : defaults === STEPS.length ? 'the default' : 'the segment and the default';
  return receives ? `${on}; most deals are received: the range is of opportunities` : on;
}
