import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { qualityOf } from '../../../lambdas/domain/rows/snapshot-quality.ts';
import type { TreeItem } from '../../../lambdas/domain/trees/item.ts';
import { type LoadItems, sharedItems } from '../../../lambdas/domain/trees/loader.ts';
import type { Facts } from '../../../lambdas/domain/weeks/facts.ts';
import { locateTabs } from '../../../lambdas/ingest/input-tabs.ts';
import { tabsByName } from '../../../lambdas/ingest/payload.ts';
import { readWorkbook } from '../../../lambdas/ingest/read-workbook.ts';
import { newItems, newSource, sourceChanges } from '../../../lambdas/ingest/source-change.ts';
import type { WorkbookDescription } from '../../../lambdas/ports.ts';
import { decidedFacts } from '../../../lambdas/report/decided-facts.ts';
import type { FiguresStore } from '../../../lambdas/report/figures-store.ts';
import { loadFigures } from '../../../lambdas/report/load-figures.ts';
import { reckon, targetsIn } from '../../../lambdas/report/reckon.ts';
import { planRollup } from '../../../lambdas/rollup/plan-rollup.ts';
import { tabsRead } from '../../../lambdas/sheets/read-tabs.ts';
import { publicationRequests } from '../../../lambdas/sheets/requests.ts';
import type { TabLayout } from '../../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../../lambdas/tabs/report-figures.ts';
import { reportTabs } from '../../../lambdas/tabs/report-tabs.ts';
import { input, reply, timed } from './talk.ts';

export interface LayoutInput {
  readonly description: WorkbookDescription;
  /** File with the payload. */
  readonly payload: string;
  readonly asOf: AsOf;
  /** File with what earlier reports decided for good; written when it is not there. */
  readonly facts: string;
}

/** Milliseconds. */
interface Times {
  /** Figures from the sums, beside what was decided before. */
  readonly reckoned: number;
  /** Cells from the figures. */
  readonly laidOut: number;
}

export interface LayoutOutput {
  /** What is decided once a week (targets, the forecast, and the first time the past forecasts) and once a day (agendas). */
  readonly decidedMs?: number;
  /** Of the first report in this process, as a function that starts cold makes it. */
  readonly first: Times;
  readonly later: Times;
  /** Of the one batchUpdate that sets up and writes every tab. */
  readonly batchBytes: number;
  readonly tabs: number;
}

const { description, payload, asOf, facts: remembered } = input<LayoutInput>();
const stored = new Map<string, string>();
const load: LoadItems = async (refs) => new Map(refs.map(({ digest }) => [digest, stored.get(digest) ?? '']));
const keep = (items: Iterable<TreeItem>): void => {
  for (const { digest, body } of items) stored.set(digest, body);
};

const tabs = locateTabs({}, description);
const rows = tabsByName(tabs, tabsRead(readFileSync(payload), 'bench', Object.values(tabs)));
const read = readWorkbook(description, rows);
if ('message' in read) throw new Error(read.message);
const source = newSource(read.snapshot.tree, read.inputs, qualityOf(read.snapshot));
const { rules } = read;

async function measured(): Promise<LayoutOutput> {
  const { repDays } = await sourceChanges(undefined, source, sharedItems(load));
  keep(newItems(undefined, source, repDays));
  const plan = await planRollup(load, undefined, source.root, rules, asOf.day);
  keep(plan.items);
  const root = source.rootItem.digest;
  const head = {
    ...{ revision: 1, generation: 1, tabs, source: root },
    derived: { root: plan.rootItem.digest, source: root, generation: 1 },
  };
  const store: FiguresStore = {
    getItems: (_, refs) => load(refs),
    readSeen: async () => new Map(),
  };
  const loaded = await loadFigures(store, 'bench', head, () => asOf);
  let decidedMs: number | undefined;
  if (!existsSync(remembered)) {
    decidedMs = await timed(() => writeFileSync(remembered, JSON.stringify(decidedFacts(loaded, targetsIn(loaded)))));
  }
  const figures = { ...loaded, facts: JSON.parse(readFileSync(remembered, 'utf8')) as Facts }; // written above

  let reckoned: ReportFigures | undefined;
  let layouts: TabLayout[] = [];
  const reckonAll = () => {
    const targets = targetsIn(figures);
    reckoned = reckon({ ...figures, facts: decidedFacts(figures, targets) }, targets);
  };
  const layOut = () => {
    if (reckoned) layouts = reportTabs(reckoned);
  };
  const first = { reckoned: await timed(reckonAll), laidOut: await timed(layOut) };
  for (let round = 0; round < 4; round++) {
    reckonAll();
    layOut();
  }
  const later = { reckoned: await timed(reckonAll), laidOut: await timed(layOut) };
  const requests = publicationRequests(
    { to: { generation: 1, key: 'bench' }, tabs: layouts.map((layout) => ({ layout })), addAsOfRange: true },
    'reports@example.com',
  );
  return {
    ...(decidedMs !== undefined && { decidedMs }),
    first,
    later,
    batchBytes: Buffer.byteLength(JSON.stringify({ requests })),
    tabs: layouts.length,
  };
}

void measured().then(reply);
