import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { type DerivedRoot, derivedRootRef } from '../../../lambdas/domain/weeks/derived-tree.ts';
import type { StorePort } from '../../../lambdas/ports.ts';
import { report } from '../../../lambdas/report/report.ts';
import { compose } from '../../../lambdas/runtime/compose.ts';
import type { Environment } from '../../../lambdas/runtime/config.ts';
import { counting } from './counts.ts';
import { input, reply } from './talk.ts';

export interface ReportReadsInput {
  readonly env: Environment;
  readonly workbook: string;
  readonly asOf: AsOf;
}

/** Of one area, such as `week` or `deals`; the years of `week/2026` are one. */
export interface AreaReads {
  readonly items: number;
  readonly units: number;
}

export interface ReportReadsOutput {
  readonly status: string;
  readonly units: number;
  readonly requests: number;
  readonly openDeals: number;
  readonly areas: Readonly<Record<string, AreaReads>>;
}

const { env, workbook, asOf } = input<ReportReadsInput>();
const { meter, counts } = counting();
const composed = compose(env, { meter });
const areas: Record<string, AreaReads> = {};

async function metered<T>(area: string, items: number, read: () => Promise<T>): Promise<T> {
  const before = counts['dynamodb.readUnits'] ?? 0;
  const value = await read();
  const units = (counts['dynamodb.readUnits'] ?? 0) - before;
  const known = areas[area] ?? { items: 0, units: 0 };
  areas[area] = { items: known.items + items, units: known.units + units };
  return value;
}

const inner = composed.store;
const store: StorePort = {
  ...inner,
  readHead: (of) => metered('head', 1, () => inner.readHead(of)),
  readSeen: (of, repDays) => metered('seen', repDays.length, () => inner.readSeen(of, repDays)),
  async getItems(of, refs) {
    const bodies = new Map<string, string>();
    for (const [area, group] of Map.groupBy(refs, (ref) => ref.area.split('/')[0] ?? '')) {
      const read = await metered(area, group.length, () => inner.getItems(of, group));
      for (const [digest, body] of read) bodies.set(digest, body);
    }
    return bodies;
  },
};

async function measured(): Promise<ReportReadsOutput> {
  const { status } = await report({ ...composed, store }, { workbook, asOf });
  const [units = 0, requests = 0] = [counts['dynamodb.readUnits'], counts['dynamodb.requests']];
  return { status, units, requests, openDeals: await openDeals(), areas };
}

async function openDeals(): Promise<number> {
  const head = await inner.readHead(workbook);
  const ref = derivedRootRef(head?.derived?.root ?? '');
  const body = (await inner.getItems(workbook, [ref])).get(ref.digest) ?? '';
  return (JSON.parse(body) as DerivedRoot).open?.deals ?? 0; // written by planRollup
}

void measured().then(reply);
