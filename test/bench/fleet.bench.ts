import type { Bench, Figures } from './bench.ts';
import { fleetPicture, type Served } from './fleet/picture.ts';
import { largest, SCENARIOS, type Scenario, SIZES } from './fleet/scenarios.ts';
import { simulate } from './fleet/simulate.ts';
import { type FleetSummary, isFresh, summaryOf } from './fleet/summary.ts';
import { fleetTable, lasting } from './fleet/table.ts';
import { fillIn, markdownTable, writePicture } from './pages/page.ts';

interface Reach extends Served {
  /** Those of the sizes of the table. */
  readonly listed: readonly FleetSummary[];
  /** The largest fleet that is served as promised. */
  readonly carries: FleetSummary;
}

export const bench: Bench = {
  name: 'fleet',
  about: 'a simulated day of 1 to 5,000 workbooks against quotas; fills in docs/fleet.md and its picture',
  onlyByName: true,

  async run({ runs, progress }) {
    // The simulation is the same each time, so a quick run can only be a smaller one.
    const isWhole = runs(3) > 2;
    const sizes = isWhole ? SIZES : SIZES.filter((size) => size <= 300);
    const reaches: Reach[] = [];
    for (const scenario of isWhole ? SCENARIOS : SCENARIOS.slice(0, 2)) {
      reaches.push(await reachOf(scenario, sizes, progress));
    }
    if (isWhole) fillInPage(reaches);
    const figures = reaches.map(
      ({ scenario, carries }) =>
        [`${scenario.name}: p95 within 3 minutes`, { value: carries.fleet.workbooks, unit: 'workbooks' }] as const,
    );
    const alone = reaches[0]?.summaries[0];
    return {
      ...(Object.fromEntries(figures) satisfies Figures),
      ...(alone && { 'one workbook, p50': { value: alone.p50, unit: 's' } }),
      ...(alone && { 'one workbook, p95': { value: alone.p95, unit: 's' } }),
    };
  },
};

async function reachOf(scenario: Scenario, sizes: readonly number[], progress: (line: string) => void): Promise<Reach> {
  const summary = async (workbooks: number): Promise<FleetSummary> => {
    const one = summaryOf(await simulate({ ...scenario.served, workbooks }));
    progress(
      `${scenario.name}, ${workbooks} workbook${workbooks === 1 ? '' : 's'}: p50 ${lasting(one.p50)}, p95 ${lasting(one.p95)}`,
    );
    return one;
  };
  const listed: FleetSummary[] = [];
  for (const size of sizes) listed.push(await summary(size));
  const ill = listed.findIndex((one) => !isFresh(one));
  let carries = listed.at(ill < 0 ? -1 : Math.max(0, ill - 1));
  const between: FleetSummary[] = [];
  if (!carries) throw new Error('no fleet was simulated');
  const { fleet } = carries;
  await largest(fleet.workbooks, ill < 0 ? fleet.workbooks : (sizes[ill] ?? 0), async (size) => {
    const one = await summary(size);
    between.push(one);
    if (isFresh(one)) carries = one;
    return isFresh(one);
  });
  const summaries = [...listed, ...between].sort((a, b) => a.fleet.workbooks - b.fleet.workbooks);
  return { scenario, summaries, listed, carries };
}

function fillInPage(reaches: readonly Reach[]): void {
  writePicture('fleet', fleetPicture(reaches));
  const deployed = reaches.filter(({ scenario }) => scenario.isDeployed);
  fillIn('fleet.md', 'table', fleetTable(deployed.flatMap(({ listed }) => listed)));
  const carried = reaches.map(({ scenario, carries: { fleet, p50, p95, dollars, scarcest } }) => [
    scenario.name,
    fleet.workbooks.toLocaleString('en'),
    lasting(p50),
    lasting(p95),
    Math.round(dollars).toLocaleString('en'),
    scarcest.resource,
  ]);
  const header = [
    'served by',
    'workbooks at p95 within 3 minutes',
    'p50',
    'p95',
    '$ a month',
    'what is most used then',
  ];
  fillIn('fleet.md', 'reach', markdownTable(header, carried));
}
