import { readFileSync } from 'node:fs';
import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { type ActivityField, AT } from '../../../lambdas/domain/rows/activity-columns.ts';
import { checkCells } from '../../../lambdas/domain/rows/check.ts';
import type { LastReading } from '../../../lambdas/domain/rows/last-readings.ts';
import { qualityOf } from '../../../lambdas/domain/rows/snapshot-quality.ts';
import { pairRows } from '../../../lambdas/domain/source/row-pairs.ts';
import type { SourceRoot } from '../../../lambdas/domain/source/source-tree.ts';
import type { TreeItem } from '../../../lambdas/domain/trees/item.ts';
import { type LoadItems, sharedItems } from '../../../lambdas/domain/trees/loader.ts';
import type { DerivedRoot } from '../../../lambdas/domain/weeks/derived-tree.ts';
import { locateTabs } from '../../../lambdas/ingest/input-tabs.ts';
import { payloadOf, tabsByName } from '../../../lambdas/ingest/payload.ts';
import { readWorkbook } from '../../../lambdas/ingest/read-workbook.ts';
import { newItems, newSource, sourceChanges } from '../../../lambdas/ingest/source-change.ts';
import type { WorkbookDescription } from '../../../lambdas/ports.ts';
import { planRollup, type RolledUp } from '../../../lambdas/rollup/plan-rollup.ts';
import { tabsRead } from '../../../lambdas/sheets/read-tabs.ts';
import { median } from '../median.ts';
import { floor } from './floor.ts';
import { input, reply, timed } from './talk.ts';

export interface OnePercentInput {
  readonly description: WorkbookDescription;
  /** Files with payloads. */
  readonly before: string;
  readonly after: string;
  readonly asOf: AsOf;
  readonly rounds: number;
  /** Whether the function has the reading before in memory, as a warm one has; the store has it anyway. */
  readonly warm: boolean;
}

interface Before extends RolledUp {
  readonly reading: LastReading | undefined;
}

/** In the order of the run. `check` = the verdicts beside the rows, which the budget leaves out. */
export const STAGES = ['scan', 'read rows', 'quality', 'tree', 'diff', 'rollup', 'check'] as const;
export type Stage = (typeof STAGES)[number];

export interface OnePercentOutput {
  /** Milliseconds, each the median of the rounds. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly totalMs: number;
  readonly yardstickMs: number;
  /** See `floor`. */
  readonly floorMs: number;
  readonly changedRows: number;
  /** Items read and made, and what stands in them. */
  readonly touched: { readonly items: number; readonly megabytes: number };
}

const given = input<OnePercentInput>();
const stored = new Map<string, string>();
/** What has been read since the last run began. */
let itemsRead: string[] = [];
const load: LoadItems = async (refs) => {
  const bodies = new Map(refs.map(({ area, digest }) => [digest, stored.get(`${area}#${digest}`) ?? '']));
  itemsRead.push(...bodies.values());
  return bodies;
};
const keep = (items: Iterable<TreeItem>): void => {
  for (const { area, digest, body } of items) stored.set(`${area}#${digest}`, body);
};

/** What ingest and rollup decide, without what they send and fetch. `took` is told when a stage is over. */
async function run(bytes: Buffer, before: Before | undefined, took: (stage: Stage) => void) {
  const { description, asOf } = given;
  itemsRead = [];
  const tabs = locateTabs({}, description);
  const answer = tabsRead(bytes, 'bench', Object.values(tabs));
  payloadOf(description, tabs, answer.digest);
  const rows = tabsByName(tabs, answer, before?.reading?.read.tab);
  took('scan');
  const read = readWorkbook(description, rows, before?.reading);
  if ('message' in read) throw new Error(read.message);
  const { rules, snapshot } = read;
  took('read rows');
  const quality = qualityOf(snapshot);
  took('quality');
  const source = newSource(snapshot.tree, read.inputs, quality);
  took('tree');
  const changes = await sourceChanges(before?.source, source, sharedItems(load), before?.reading?.read.tree);
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
  checkCells(snapshot, asOf.day, rules.settings.unconfirmed);
  took('check');
  const changedRows = changes.rows.reduce((sum, { added }) => sum + added.length, 0);
  const bodies = { read: itemsRead, made: [...items, ...plan.items].map(({ body }) => body) };
  return { plan, source: source.root satisfies SourceRoot, reading: read.reading, changedRows, bodies };
}

/** What the floor of a cold run has to read. */
function activityOf({ read: { tab, header } }: LastReading) {
  const at = (field: ActivityField): number => header.columns[AT[field]] ?? -1;
  const columns = { date: at('date'), rep: at('rep'), prospect: at('prospect'), check: header.checkColumn };
  return { rows: tab.length, columns };
}

async function measured(): Promise<OnePercentOutput> {
  const first = await run(readFileSync(given.before), undefined, () => undefined);
  keep(first.plan.items);
  const before = {
    source: first.source,
    root: JSON.parse(first.plan.rootItem.body) as DerivedRoot, // written by planRollup
  };
  let last = first.reading;

  const bytes = readFileSync(given.after);
  const times = Object.fromEntries(STAGES.map((stage) => [stage, []])) as unknown as Record<Stage, number[]>; // keys are STAGES
  const totals: number[] = [];
  const yardsticks: number[] = [];
  const floors: number[] = [];
  let changed = { changedRows: 0, touched: { items: 0, megabytes: 0 } };
  for (let round = 0; round < given.rounds; round++) {
    yardsticks.push(await timed(() => JSON.parse(bytes.toString('utf8'))));
    let total = 0;
    let least = () => {};
    await timed(async () => {
      let since = performance.now();
      const after = await run(bytes, { ...before, reading: given.warm ? last : undefined }, (stage) => {
        const now = performance.now();
        times[stage].push(now - since);
        if (stage !== 'check') total += now - since;
        since = now;
      });
      const { changedRows, bodies, reading } = after;
      last = reading;
      const all = [...bodies.read, ...bodies.made];
      const megabytes = all.reduce((sum, body) => sum + body.length, 0) / 1e6;
      changed = { changedRows, touched: { items: all.length, megabytes } };
      least = floor({ answer: bytes, cold: given.warm ? undefined : activityOf(reading), ...bodies });
    });
    totals.push(total);
    floors.push(await timed(least));
    // A reading is used up by the next: that of the sheet before is made again.
    if (given.warm)
      last = (await run(readFileSync(given.before), { ...before, reading: last }, () => undefined)).reading;
  }
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, median(times[stage])])) as Record<Stage, number>; // keys are STAGES
  return { stages, totalMs: median(totals), yardstickMs: median(yardsticks), floorMs: median(floors), ...changed };
}

void measured().then(reply);
