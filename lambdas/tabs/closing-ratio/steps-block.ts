import { HEADLINE_WEEKS } from '../../domain/ratios/closing-ratio.ts';
import { type Ratio, ratio, valueOfRatio } from '../../domain/ratios/ratio.ts';
import { openOf, stepRatios } from '../../domain/ratios/step-ratios.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import type { Cohort } from '../../domain/weeks/week-rollup.ts';
import type { Block } from '../block.ts';
import { count, EMPTY, percent, plural, text } from '../cells.ts';
import { headings } from '../headings.ts';
import type { CellLayout, ChartLayout } from '../layout.ts';
import type { ClosingView } from './closing-view.ts';
import { endsOf, outOf, percentText, shareCell } from './ratio-cells.ts';

/** How far the deals of the matured weeks came, and that the figures add up. */
export function stepsBlock(view: ClosingView): Block {
  const cohort = view.matured(TEAM);
  const above: CellLayout[][] = [
    [text(headingOf(cohort), 'heading')],
    ...explanation(view).map((words) => [text(words, 'muted')]),
  ];
  if (cohort.deals === 0) return () => ({ rows: above, charts: [] });
  const { opportunityPerProspect, askPerOpportunity, wonPerAsk } = stepRatios(cohort);
  const rows = [
    ...above,
    headings(['Step', 'Deals', 'Of the step before', '', '95 % from', 'to', 'Of all']),
    [
      text('Prospects worked'),
      count(cohort.deals),
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
      percent(ratio(cohort.deals, cohort.deals)),
    ],
    stepRow('Opportunity', opportunityPerProspect, cohort.deals),
    stepRow('Ask', askPerOpportunity, cohort.deals),
    stepRow('Closed', wonPerAsk, cohort.deals),
    ...checks(view, cohort).map((words) => [text(words, 'muted')]),
  ];
  return (startRow) => ({ rows, charts: [funnelChart(startRow, above.length + 1)] });
}

/** States the finding. */
function headingOf(cohort: Cohort): string {
  if (cohort.deals === 0) return 'From prospect to close';
  const ofHundred = (deals: number): number => Math.round((100 * deals) / cohort.deals);
  return `Of 100 deals first worked ${ofHundred(cohort.opportunity)} become opportunities, ${ofHundred(cohort.ask)} get an ask, ${ofHundred(cohort.won)} close`;
}

/** Each line ends before the chart. */
function explanation({ maturity, matured }: ClosingView): string[] {
  if (maturity === undefined)
    return ['No deal has closed in the last 104 weeks. The ratio appears when deals have had time to close.'];
  const when = `A week is matured ${plural(maturity, 'day')} after its end: by then 80 % of this team's closes have come.`;
  if (matured(TEAM).deals === 0) return [`No week is matured yet. ${when}`];
  return [
    `Deals first worked in the matured weeks, at most the last ${HEADLINE_WEEKS}; steps that were skipped are filled in.`,
    when,
  ];
}

const stepRow = (name: string, step: Ratio, all: number): CellLayout[] => [
  text(name),
  count(step.x),
  outOf(step),
  shareCell(step),
  ...endsOf(step),
  percent(ratio(step.x, all)),
];

/** "their product equals (1). Check: won + lost + open = cohort size", and what is outside. */
function checks({ headline, figures }: ClosingView, cohort: Cohort): string[] {
  const steps = Object.values(stepRatios(cohort));
  const n = (deals: number): string => deals.toLocaleString('en');
  const product = `${steps.map(percentText).join(' × ')} = ${percentText(headline(TEAM))}, prospect to close.`;
  const opening = figures.openDeals.filter((deal) => deal.opening).length;
  return [
    ...(steps.every((step) => valueOfRatio(step) !== undefined) ? [product] : []),
    `${n(cohort.won)} won + ${n(cohort.lost)} lost + ${n(openOf(cohort))} open = ${plural(cohort.deals, 'deal')} first worked.`,
    ...(opening > 0
      ? [
          `Outside: deals that were under way when the data began, ${plural(opening, 'open one')} of them. They are on the tab Deals.`,
        ]
      : []),
  ];
}

function funnelChart(startRow: number, firstStep: number): ChartLayout {
  const rows = { startRow: startRow + firstStep, endRow: startRow + firstStep + 4 };
  const column = (at: number) => ({ ...rows, startColumn: at, endColumn: at + 1 });
  return {
    title: 'From prospect to close',
    kind: 'BAR',
    headerCount: 0,
    domain: column(0),
    series: [{ range: column(1), colour: '#1a73e8' }],
    bottomTitle: 'deals of matured weeks',
    anchor: { row: startRow, column: 0 },
    width: 620,
    height: 260,
  };
}
