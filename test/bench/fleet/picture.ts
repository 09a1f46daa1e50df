import type { Line, Panel } from '../pages/panels.ts';
import { svgOf } from '../pages/svg.ts';
import type { Scenario } from './scenarios.ts';
import { type FleetSummary, PROMISED } from './summary.ts';

const SIZE = { width: 400, height: 380 };

export interface Served {
  readonly scenario: Scenario;
  /** From the smallest fleet to the largest. */
  readonly summaries: readonly FleetSummary[];
}

/** How fresh the tabs are over the size of the fleet, in minutes. */
export function fleetPicture(all: readonly Served[]): string {
  const line = ({ scenario, summaries }: Served, of: (summary: FleetSummary) => number): Line => ({
    name: scenario.name,
    points: summaries.map((one) => [one.fleet.workbooks, of(one) / 60] as const).filter(([, y]) => Number.isFinite(y)),
  });
  const promise: Line = {
    name: 'promised',
    isDashed: true,
    points: [1, 5000].map((workbooks) => [workbooks, PROMISED / 60] as const),
  };
  const panel = (title: string, lines: Line[]): Panel => ({ title, along: 'workbooks', lines, to: 5000 });
  const deployed = all.filter(({ scenario }) => scenario.isDeployed);
  const possible = all.filter(({ scenario }) => !scenario.isDeployed);
  return svgOf(
    [
      panel(
        'Half of the rows are shown within, minutes',
        deployed.map((one) => line(one, ({ p50 }) => p50)),
      ),
      panel('19 of 20 rows are shown within, minutes', [
        ...deployed.map((one) => line(one, ({ p95 }) => p95)),
        promise,
      ]),
      panel('The same, if it were served otherwise', [...possible.map((one) => line(one, ({ p95 }) => p95)), promise]),
    ],
    SIZE,
  );
}
