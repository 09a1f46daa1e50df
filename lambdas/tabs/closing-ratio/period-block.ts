import { ratioText } from '../../domain/ratios/ratio.ts';
import { type RepKey, TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { percent, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout, StyleName } from '../layout.ts';
import { type ClosingView, RECENT_WEEKS } from './closing-view.ts';

/** "Period ratios: closes ÷ asks, asks ÷ opportunities, opportunities ÷ attempts of the same weeks, in rows" */
export function periodBlock(view: ClosingView): Block {
  if (view.reps.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text(`In rows: counts of the last ${RECENT_WEEKS} complete weeks`, 'heading')],
    [
      text(
        'What was done in the same weeks, divided: they mix deals of different weeks and may exceed 100 %, so they have no interval. For activity, not for how good somebody is.',
        'muted',
      ),
    ],
    headings(['Rep', 'Closes / asks', '', 'Asks / opportunities', '', 'Opportunities / attempts', '']),
    ...view.reps.map(({ key, name }) => periodRow(view, key, name)),
    periodRow(view, TEAM, 'Team', 'strong'),
  ]);
}

function periodRow({ period }: ClosingView, rep: RepKey, name: string, style: StyleName = 'text'): CellLayout[] {
  const { closesPerAsk, asksPerOpportunity, opportunitiesPerAttempt } = period(rep);
  return [
    text(name, style),
    ...[closesPerAsk, asksPerOpportunity, opportunitiesPerAttempt].flatMap((each) => [
      text(ratioText(each), 'count'),
      percent(each),
    ]),
  ];
}
