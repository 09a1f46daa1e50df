import { type OwnFunnel, ownFunnel, type StepRatios, stepRatios } from '../../domain/ratios/step-ratios.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, EMPTY, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout } from '../layout.ts';
import type { ClosingView } from './closing-view.ts';
import { withInterval } from './ratio-cells.ts';

/** "a rep's own funnel starts at the step where the rep entered; deals received from others are shown" */
export function ownFunnelBlock(view: ClosingView): Block {
  const lines = view.reps
    .map(({ key, name }) => ({ name, funnel: ownFunnel(view.matured(key)) }))
    .filter(({ funnel }) => !isEmpty(funnel));
  // Before any week is matured the table stands empty: a column that looks free would be typed into.
  if (view.reps.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text('Step by step by rep: how many of the deals that were at a step went on', 'heading')],
    [
      text(
        "A rep's own funnel starts at the step where the rep came in, so deals received from others count from there. Deals of the matured weeks in which the rep came in.",
        'muted',
      ),
    ],
    headings([
      ...['Rep', 'Received from others', 'Opportunity / prospects', '', '95 %'],
      ...['Ask / opportunities', '', '95 %', 'Closed / asks', '', '95 %'],
    ]),
    ...lines.map(({ name, funnel }) => [text(name), count(funnel.received), ...cellsOf(funnel.steps)]),
    [text('Team', 'strong'), EMPTY, ...cellsOf(stepRatios(view.matured(TEAM)))],
  ]);
}

const cellsOf = ({ opportunityPerProspect, askPerOpportunity, wonPerAsk }: StepRatios): CellLayout[] =>
  [opportunityPerProspect, askPerOpportunity, wonPerAsk].flatMap(withInterval);

const isEmpty = ({ received, steps }: OwnFunnel): boolean =>
  received === 0 && Object.values(steps).every(({ n }) => n === 0);
