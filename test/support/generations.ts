import { expect } from 'vitest';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import { scopeOf, viewOf } from '../../lambdas/report/report-view.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import type { Around } from './intercept.ts';
import type { MemoryService } from './memory-service.ts';
import { activityOf, NAMES, rowsTyped } from './rep-edits.ts';
import { storedRows } from './stored-rows.ts';
import { tally } from './tally.ts';

interface SeenHead {
  readonly head: Head;
  readonly now: number;
}

/** First-seen times of a workbook's rows: what is known of them grows beside the generations. */
type FirstSeen = NonNullable<ReturnType<MemoryService['store']['table']['seen']['get']>>;

interface Published {
  readonly tabs: string;
  /** Whatever was known until then, the latest first. */
  readonly seen: readonly FirstSeen[];
}

/** Watches one workbook of a service: which snapshots existed, which generations were visible, what was published. */
export function generations(service: MemoryService, workbook: string) {
  const { table } = service.store;
  const sheet = service.sheet(workbook);
  const states: string[] = [];
  const heads: SeenHead[] = [];
  const published: Published[] = [];
  const seen: FirstSeen[] = [];
  /** The earliest state and head that what is visible now can be. */
  const reached = { state: 0, head: 0 };
  let lastPublication = 0;

  const noteHead = (missed = false): void => {
    const head = table.heads.get(workbook);
    const last = heads.at(-1)?.head;
    if (!head || head.revision === last?.revision) return;
    if (last) {
      if (!missed) expect(head.revision).toBe(last.revision + 1);
      expect(head.generation).toBeGreaterThanOrEqual(last.generation);
      expect(head.derived?.generation ?? 0).toBeGreaterThanOrEqual(last.derived?.generation ?? 0);
      expect(head.published?.fence ?? 0).toBeGreaterThanOrEqual(last.published?.fence ?? 0);
    }
    heads.push({ head, now: service.now });
    if (head.source === undefined || head.source === last?.source) return;
    const rows = storedRows(table, workbook, head.source, NAMES.length).join('\n');
    const at = states.indexOf(rows, reached.state);
    expect(at >= 0 ? 'a snapshot that existed, no older than the one before' : rows).toBe(
      'a snapshot that existed, no older than the one before',
    );
    reached.state = at;
  };
  const noteSeen = (): void => {
    const now: FirstSeen = new Map(table.seen.get(workbook));
    if (JSON.stringify([...now]) !== JSON.stringify([...(seen[0] ?? [])])) seen.unshift(now);
  };
  const notePublication = (): void => {
    if (sheet.reports.applied === lastPublication) return;
    lastPublication = sheet.reports.applied;
    noteSeen();
    published.push({ tabs: said([...sheet.reports.tabs.values()].map(({ layout }) => layout)), seen: [...seen] });
  };
  const snapshot = (): void => void states.push(rowsTyped(activityOf(sheet)).join('\n'));
  snapshot();
  let reads = 0;

  return {
    /** Runs of ingest that have read the sheet and may still write verdicts beside its rows. */
    readsToCheck: () => reads,
    /** Somebody else was at work: the rep, or stages before the watch began. */
    snapshot() {
      snapshot();
      noteHead(true);
      lastPublication = sheet.reports.applied;
    },
    /** Around the calls of one run of a stage. */
    watch(gate: Around): Around & { done(): void } {
      let read = false;
      const done = (): void => {
        reads -= Number(read);
        read = false;
      };
      return {
        before: (method) => gate.before?.(method),
        after(method) {
          if (method === 'read') {
            reads += Number(!read);
            read = true;
          }
          if (method === 'swapHead') noteHead();
          if (method === 'mergeSeen') noteSeen();
          if (method === 'publish') notePublication();
          // Nothing but Check is ours, so what a rep sees beside it is what reps typed.
          if (method === 'writeColumn') expect(rowsTyped(activityOf(sheet)).join('\n')).toBe(states.at(-1));
        },
        done,
      };
    },
    /** Every publication was the layout of one generation, and none of an older one than that before it. */
    async verify(): Promise<void> {
      for (const { tabs, seen: known } of published) {
        const since = () => heads.slice(reached.head).map((_, i) => reached.head + i);
        let told: Awaited<ReturnType<typeof differences>>[] = [];
        for (const times of [undefined, ...known]) {
          told = await withSeen(service, workbook, times, () =>
            Promise.all(since().map((at) => differences(service, workbook, heads, at, tabs))),
          );
          if (told.some((differing) => differing?.length === 0)) break;
        }
        const at = told.findIndex((differing) => differing?.length === 0);
        const nearest = told.filter((differing) => differing !== undefined).sort((a, b) => a.length - b.length)[0];
        tally('mixed reports', Number(at < 0));
        expect(at >= 0 ? 'of one generation, no older than the one before' : nearest).toBe(
          'of one generation, no older than the one before',
        );
        reached.head += at;
      }
    },
    /** All stages ran until nothing changed: the store is the sheet, and the reports are the store. */
    async ended(): Promise<{ generations: number; publications: number }> {
      const head = table.heads.get(workbook);
      const source = head?.source ?? '';
      const [typed, stored] = [rowsTyped(activityOf(sheet)), storedRows(table, workbook, source, NAMES.length)];
      tally('rows lost', without(typed, stored));
      tally('rows doubled', without(stored, typed));
      expect(stored).toEqual(typed);
      expect(head?.derived?.source).toBe(source);
      const shown = said([...sheet.reports.tabs.values()].map(({ layout }) => layout));
      const layouts = head ? await layoutsOf(service, workbook, head, service.now) : [];
      expect(withoutMinute(shown)).toBe(withoutMinute(said(layouts)));
      return { generations: heads.length, publications: published.length };
    },
  };
}

/** How many of the ones are not among the others, each counted as often as it stands there. */
function without(ones: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return ones.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  }).length;
}

/** What the tabs say, in the order of their names. */
const said = (layouts: readonly TabLayout[]): string =>
  JSON.stringify(layouts.map(({ name, rows }) => [name, rows.map((row) => row.map(({ value = '' }) => value))]).sort());
const withoutMinute = (tabs: string): string => tabs.replace(/As of [^"]*/g, 'As of');

/**
 * What differs from the report of one who read this head then, or at any time while it was shown; nothing = it is that
 * report. `undefined`: that head has no figures.
 */
async function differences(
  service: MemoryService,
  workbook: string,
  heads: readonly SeenHead[],
  at: number,
  tabs: string,
): Promise<readonly string[] | undefined> {
  const { head, now } = heads[at] ?? {};
  if (!head?.derived || now === undefined) return undefined;
  const found: string[][] = [];
  for (const minute of new Set([now, ...heads.slice(at).map((later) => later.now), service.now])) {
    const layouts = await layoutsOf(service, workbook, head, minute).catch(ofThePast);
    if (layouts === undefined) return undefined;
    found.push(cellsThatDiffer(tabs, said(layouts)));
    if (found.at(-1)?.length === 0) break;
  }
  return found.sort((a, b) => a.length - b.length)[0];
}

/** As it was when only these times were known; `undefined` = as it is now. */
async function withSeen<T>(
  service: MemoryService,
  workbook: string,
  times: FirstSeen | undefined,
  read: () => Promise<T>,
): Promise<T> {
  const { seen } = service.store.table;
  const now = seen.get(workbook);
  if (times) seen.set(workbook, times);
  try {
    return await read();
  } finally {
    if (now) seen.set(workbook, now);
    else seen.delete(workbook);
  }
}

/** A sweep has taken what only this head led to. */
function ofThePast(error: unknown): undefined {
  if (!(error instanceof MissingItem)) throw error;
}

function cellsThatDiffer(one: string, other: string): string[] {
  if (withoutMinute(one) === withoutMinute(other)) return [];
  type Tabs = [string, unknown[][]][];
  const [ones, others] = [one, other].map((text) => JSON.parse(withoutMinute(text)) as Tabs); // made by said
  return (ones ?? []).flatMap(([name, rows], tab) =>
    rows.flatMap((row, y) => {
      const there = others?.[tab]?.[1][y];
      return JSON.stringify(row) === JSON.stringify(there)
        ? []
        : [`${name} ${y}: ${JSON.stringify(row)} instead of ${JSON.stringify(there)}`];
    }),
  );
}

const known = new Map<string, readonly TabLayout[]>();

/** The tabs of one generation: its figures beside the very rows that they were computed from. */
async function layoutsOf(
  service: MemoryService,
  workbook: string,
  head: Head,
  now: number,
): Promise<readonly TabLayout[]> {
  const store = service.store.open();
  const whole: Head = head.derived ? { ...head, source: head.derived.source } : head;
  const scope = await scopeOf(store, workbook, whole, (timeZone) => asOfInstant(now, timeZone));
  const seen = [...(service.store.table.seen.get(workbook) ?? [])].map(([day, times]) => [day, ...times]);
  const key = JSON.stringify([scope.key, seen]);
  const before = known.get(key);
  if (before) return before;
  const { layouts } = await viewOf(store, workbook, whole, scope);
  known.set(key, layouts);
  return layouts;
}
