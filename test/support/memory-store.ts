import type { Head } from '../../lambdas/domain/trees/head.ts';
import type { ItemRef, TreeItem } from '../../lambdas/domain/trees/item.ts';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import type { Meter, MeterFigure, Seen, StoredItem, StorePort } from '../../lambdas/ports.ts';
import type { StoreUnderTest } from './store-under-test.ts';

interface Kept extends TreeItem {
  readonly putAt: number;
}

/** All that a store holds, per workbook; readable by tests. */
export interface MemoryTable {
  readonly heads: Map<string, Head>;
  /** workbook -> `area#digest` -> item */
  readonly items: Map<string, Map<string, Kept>>;
  /** workbook -> rep-day -> times */
  readonly seen: Map<string, Map<string, Map<string, number>>>;
}

export interface MemoryStore extends StoreUnderTest {
  readonly table: MemoryTable;
  /** The same table once more, on its own from now on. */
  fork(): MemoryStore;
}

/** A `StorePort` on plain maps, for tests that want thousands of runs; it keeps to the same contract as DynamoDB. */
export function memoryStore(from?: MemoryTable): MemoryStore {
  const table: MemoryTable = {
    heads: new Map(from?.heads),
    items: new Map([...(from?.items ?? [])].map(([workbook, items]) => [workbook, new Map(items)])),
    // `mergeSeen` replaces the times of a rep-day, it never changes them in place.
    seen: new Map([...(from?.seen ?? [])].map(([workbook, seen]) => [workbook, new Map(seen)])),
  };
  return {
    table,
    fork: () => memoryStore(table),
    open: (options = {}) => openMemory(table, options.clock ?? Date.now, options.meter),
    close: async () => {},
  };
}

const keyOf = ({ area, digest }: ItemRef): string => `${area}#${digest}`;
const under = <V>(map: Map<string, Map<string, V>>, workbook: string): Map<string, V> =>
  map.get(workbook) ?? map.set(workbook, new Map()).get(workbook) ?? new Map();

function openMemory(table: MemoryTable, clock: () => number, meter: Meter | undefined): StorePort {
  const meterOf = (figure: MeterFigure, amount: number): void => {
    if (amount > 0) meter?.add(figure, amount);
  };
  const write = (requests: number, units: number): void => {
    meterOf('dynamodb.requests', requests);
    meterOf('dynamodb.writeUnits', units);
  };
  const read = (requests: number, units: number): void => {
    meterOf('dynamodb.requests', requests);
    meterOf('dynamodb.readUnits', units);
  };
  return {
    async readHead(workbook) {
      read(1, 1);
      return structuredClone(table.heads.get(workbook));
    },

    async swapHead(workbook, expected, next) {
      const due = (expected?.revision ?? 0) + 1;
      if (next.revision !== due) throw new RangeError(`The head must have revision ${due}, it has ${next.revision}.`);
      write(1, 1);
      if (table.heads.get(workbook)?.revision !== expected?.revision) return false;
      table.heads.set(workbook, structuredClone(next));
      return true;
    },

    async putItems(workbook, items) {
      const distinct = new Map(items.map((item) => [keyOf(item), item]));
      write(
        Math.ceil(distinct.size / 25),
        sum(distinct.values(), ({ body }) => Math.ceil((body.length + 1) / 1024)),
      );
      const kept = under(table.items, workbook);
      for (const [key, { area, digest, body }] of distinct) kept.set(key, { area, digest, body, putAt: clock() });
    },

    async getItems(workbook, refs) {
      const distinct = new Map(refs.map((ref) => [keyOf(ref), ref]));
      const kept = under(table.items, workbook);
      const bodies = new Map<string, string>();
      for (const [key, ref] of distinct) {
        const item = kept.get(key);
        if (!item) throw new MissingItem(workbook, ref, 1);
        bodies.set(ref.digest, item.body);
      }
      read(
        Math.ceil(distinct.size / 100),
        sum(bodies.values(), (body) => Math.ceil((body.length + 1) / 4096) / 2),
      );
      return bodies;
    },

    async readSeen(workbook, repDays) {
      const kept = under(table.seen, workbook);
      const found = new Map<string, Seen>();
      for (const repDay of repDays) {
        const times = kept.get(repDay);
        if (times) found.set(repDay, Object.fromEntries(times));
      }
      read(Math.ceil(repDays.length / 100), repDays.length);
      return found;
    },

    async mergeSeen(workbook, seen) {
      const kept = under(table.seen, workbook);
      for (const [repDay, times] of seen) {
        const merged = new Map(kept.get(repDay));
        for (const [row, time] of Object.entries(times)) merged.set(row, Math.min(time, merged.get(row) ?? time));
        const old = kept.get(repDay);
        if (merged.size === 0 || (old?.size === merged.size && [...merged].every(([row, t]) => old.get(row) === t)))
          continue;
        write(1, 1);
        kept.set(repDay, merged);
      }
    },

    async *listItems(workbook, area) {
      for (const [, { body: _, ...item }] of [...under(table.items, workbook)].sort(([a], [b]) => (a < b ? -1 : 1)))
        if (area === undefined || item.area === area) yield item;
    },

    async deleteItem(workbook, item: StoredItem) {
      const kept = under(table.items, workbook);
      const now = kept.get(keyOf(item));
      if (now && now.putAt !== item.putAt) return false;
      kept.delete(keyOf(item));
      return true;
    },

    async dropSeen(workbook, rows) {
      const kept = under(table.seen, workbook);
      for (const [repDay, gone] of rows) {
        const left = [...(kept.get(repDay) ?? [])].filter(([row]) => !gone.includes(row));
        if (left.length > 0) kept.set(repDay, new Map(left));
        else kept.delete(repDay);
      }
    },

    // Bodies are not cut here.
    async deleteStaleParts() {
      return 0;
    },
  };
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
