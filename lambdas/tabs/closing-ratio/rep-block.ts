import { openOf, wonValue } from '../../domain/ratios/step-ratios.ts';
import { type RepKey, TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, percent, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout, StyleName } from '../layout.ts';
import type { ClosingView } from './closing-view.ts';
import { ENOUGH, withInterval } from './ratio-cells.ts';

/** Prospect to close of the deals that each rep worked first. */
export function repBlock(view: ClosingView): Block {
  if (view.matured(TEAM).deals === 0) return NO_BLOCK;
  return rowsOnly([
    [text('Prospect to close by rep: deals the rep worked first', 'heading')],
    [text(`The same weeks. Grey: fewer than ${ENOUGH} deals, too few to tell reps apart.`, 'muted')],
    headings(['Rep', 'Closed / worked', 'Prospect to close', '95 %', 'Lost', 'Open', 'Won of the value asked']),
    ...view.reps.filter(({ key }) => view.matured(key).deals > 0).map(({ key, name }) => repRow(view, key, name)),
    repRow(view, TEAM, 'Team', 'strong'),
  ]);
}

function repRow(
  { matured, headline }: ClosingView,
  rep: RepKey,
  name: string,
  style: StyleName = 'text',
): CellLayout[] {
  const cohort = matured(rep);
  return [
    text(name, style),
    ...withInterval(headline(rep)),
    count(cohort.lost, 'count-muted'),
    count(openOf(cohort), 'count-muted'),
    percent(wonValue(cohort), cohort.ask < ENOUGH ? 'percent-muted' : 'percent'),
  ];
}
