import { readFileSync } from 'node:fs';
import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { checkCells } from '../../../lambdas/domain/rows/check.ts';
import { readSnapshot } from '../../../lambdas/domain/rows/snapshot.ts';
import { qualityOf } from '../../../lambdas/domain/rows/snapshot-quality.ts';
import { pairRows } from '../../../lambdas/domain/source/row-pairs.ts';
import type { SourceRoot } from '../../../lambdas/domain/source/source-tree.ts';
import type { TreeItem } from '../../../lambdas/domain/trees/item.ts';
import { type LoadItems, withItems } from '../../../lambdas/domain/trees/loader.ts';
import type { DerivedRoot } from '../../../lambdas/domain/weeks/derived-tree.ts';
import { locateTabs } from '../../../lambdas/ingest/input-tabs.ts';
import { payloadOf } from '../../../lambdas/ingest/payload.ts';
import { readInputs } from '../../../lambdas/ingest/read-inputs.ts';
import { newItems, newSource, sourceChanges } from '../../../lambdas/ingest/source-change.ts';
import type { WorkbookDescription } from '../../../lambdas/ports.ts';
import { planRollup, type RolledUp } from '../../../lambdas/rollup/plan-rollup.ts';
import { tabsRead } from '../../../lambdas/sheets/read-tabs.ts';
import { median } from '../median.ts';
import { input, reply, timed } from './talk.ts';

export interface OnePercentInput {
  readonly description: WorkbookDescription;
  /** Files with payloads. */
  readonly before: string;
  readonly after: string;
  readonly asOf: AsOf;
  readonly rounds: number;
}

/** In the order of the run. `check` = the verdicts beside the rows, which the budget leaves out. */
export const STAGES = ['parse', 'read rows', 'quality', 'tree', 'diff', 'rollup', 'check'] as const;
export type Stage = (typeof STAGES)[number];

export interface OnePercentOutput {
  /** Milliseconds, each the median of the rounds. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly totalMs: number;
  readonly yardstickMs: number;
  readonly changedRows: number;
}

const given = input<OnePercentInput>();
const stored = new Map<string, string>();
const load: LoadItems = async (refs) =>
  new Map(refs.map(({ area, digest }) => [digest, stored.get(`${area}#${digest}`) ?? '']));
const keep = (items: Iterable<TreeItem>): void => {
  for (const { area, digest, body } of items) stored.set(`${area}#${digest}`, body);
};

/** What ingest and rollup decide, without what they send and fetch. `took` is told when a stage is over. */
async function run(bytes: Buffer, before: RolledUp | undefined, took: (stage: Stage) => void) {
  const { description, asOf } = given;
  const tabs = locateTabs({}, description);
  const grids = payloadOf(description, tabs, tabsRead(bytes, 'bench', Object.values(tabs))).grids();
  took('parse');
  const read = readInputs(description, grids);
  if ('message' in read) throw new Error(read.message);
  const { activity, header, rules } = read;
  const snapshot = readSnapshot(activity, header, rules);
  took('read rows');
  const quality = qualityOf(snapshot);
  took('quality');
  const source = newSource(snapshot.repDays, read.inputs, quality);
  took('tree');
  const changes = await withItems(load, (lookup) => sourceChanges(before?.source, source, lookup));
  pairRows(
    changes.rows.flatMap(({ removed }) => removed),
    changes.rows.flatMap(({ added }) => added),
  );
  const items = newItems(before?.source, source, changes.repDays);
  took('diff');
  // The store gives rollup what ingest put there.
  keep(items);
  const plan = await planRollup(load, before, source.root, rules, asOf.day);
  took('rollup');
  checkCells(activity, header.row, snapshot, asOf.day, rules.settings.unconfirmed);
  took('check');
  const changedRows = changes.rows.reduce((sum, { added }) => sum + added.length, 0);
  return { plan, source: source.root satisfies SourceRoot, changedRows };
}

async function measured(): Promise<OnePercentOutput> {
  const first = await run(readFileSync(given.before), undefined, () => undefined);
  keep(first.plan.items);
  const before: RolledUp = { source: first.source, root: JSON.parse(first.plan.rootItem.body) as DerivedRoot };

  const bytes = readFileSync(given.after);
  const times = Object.fromEntries(STAGES.map((stage) => [stage, []])) as unknown as Record<Stage, number[]>; // keys are STAGES
  const totals: number[] = [];
  const yardsticks: number[] = [];
  let changedRows = 0;
  for (let round = 0; round < given.rounds; round++) {
    yardsticks.push(await timed(() => JSON.parse(bytes.toString('utf8'))));
    let total = 0;
    await timed(async () => {
      let last = performance.now();
      ({ changedRows } = await run(bytes, before, (stage) => {
        const now = performance.now();
        times[stage].push(now - last);
        if (stage !== 'check') total += now - last;
        last = now;
      }));
    });
    totals.push(total);
  }
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, median(times[stage])])) as Record<Stage, number>; // keys are STAGES
  return { stages, totalMs: median(totals), yardstickMs: median(yardsticks), changedRows };
}

void measured().then(reply);
