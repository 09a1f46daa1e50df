import { INPUT_TABS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import {
  type DayEntry,
  dayRef,
  monthRef,
  type RepDayEntry,
  type SourceRoot,
  sourceRootRef,
} from '../../lambdas/domain/source/source-tree.ts';
import { entry } from '../../lambdas/domain/trees/entry.ts';
import type { Head, InputTab } from '../../lambdas/domain/trees/head.ts';
import type { TreeItem } from '../../lambdas/domain/trees/item.ts';
import { type LoadItems, withItems } from '../../lambdas/domain/trees/loader.ts';
import { FIRST_HEAD, moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { factsRef } from '../../lambdas/domain/weeks/facts.ts';
import type { Seen } from '../../lambdas/ports.ts';
import { TAB_NAMES, TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import type { FileCell, WorkbookFile } from '../../local/sheets-server/workbook-file.ts';
import { type TestService, testService, WORKBOOK } from './e2e-service.ts';
import { type Cells, cellsOf } from './e2e-tabs.ts';

/** What a reader of the workbook and of the store could see, whatever way it came about. */
export interface Visible {
  readonly source: string | undefined;
  readonly derived: string | undefined;
  readonly stop: string | undefined;
  readonly activity: Cells;
  readonly reports: readonly Cells[];
  readonly charts: readonly number[];
}

export async function visible({ server, head }: TestService): Promise<Visible> {
  const { source, derived, stop } = await head();
  const book = server.workbook(WORKBOOK);
  return structuredClone({
    source,
    derived: derived?.root,
    stop: stop?.message,
    activity: cellsOf(server, 'Activity'),
    reports: TAB_NAMES.map((name) => cellsOf(server, TAB_SHEET_IDS[name])),
    charts: TAB_NAMES.map((name) => book.sheet(TAB_SHEET_IDS[name])?.list('charts').length ?? 0),
  });
}

const known = new Map<string, Promise<Visible>>();

/**
 * The same for a service that never saw anything but the sheet as it is now, at the same moment, and remembers the same
 * facts: figures are a function of rows, settings, as-of, what was decided once, when each row was first seen and when
 * the sheet was found changed.
 */
export async function visibleOfTwin(service: TestService): Promise<Visible> {
  const { title, locale, timeZone } = service.server.workbook(WORKBOOK).state;
  const tabs = INPUT_TABS.map((name: InputTab) => ({
    title: name,
    rows: cellsOf(service.server, name).map((row) => row.map((cell): FileCell => plain(cell))),
  }));
  const { now } = service;
  const { facts, source, runs } = await service.head();
  const items = facts === undefined ? [] : [{ ...factsRef(facts), body: await bodyOf(service, facts) }];
  const seen = await service.store().readSeen(WORKBOOK, source === undefined ? [] : await repDays(service, source));
  return entry(known, JSON.stringify([now, title, locale, timeZone, tabs, facts, [...seen].sort(), runs]), () =>
    load({ title, locale, timeZone, tabs }, now, { items, seen, runs }),
  );
}

interface Remembered {
  readonly items: readonly TreeItem[];
  readonly seen: ReadonlyMap<string, Seen>;
  readonly runs: Head['runs'];
}

/** Where first-seen times can stand: the rep-days of a source. */
async function repDays(service: TestService, source: string): Promise<string[]> {
  const loadItems: LoadItems = (refs) => service.store().getItems(WORKBOOK, refs);
  return withItems(loadItems, (lookup) => {
    const read = <T>(body: string | undefined): T[] => (body === undefined ? [] : JSON.parse(body)) as T[]; // as changedSourceTree writes them
    const [root] = read<SourceRoot>(`[${lookup(sourceRootRef(source)) ?? ''}]`);
    const days = (root?.months ?? []).flatMap(([month, node]) => read<DayEntry>(lookup(monthRef(month, node))));
    return days.flatMap(([day, node]) =>
      read<RepDayEntry>(lookup(dayRef(day, node))).map(([rep]) => seenKey(day, rep)),
    );
  });
}

async function bodyOf(service: TestService, facts: string): Promise<string> {
  return (await service.store().getItems(WORKBOOK, [factsRef(facts)])).get(facts) ?? '';
}

async function load(book: WorkbookFile, now: number, remembered: Remembered): Promise<Visible> {
  const twin = await testService({ book });
  try {
    twin.now = now;
    const [facts] = remembered.items;
    await twin.store().mergeSeen(WORKBOOK, remembered.seen);
    if (facts) {
      await twin.store().putItems(WORKBOOK, remembered.items);
      await twin.store().swapHead(WORKBOOK, undefined, { ...FIRST_HEAD, revision: 1, facts: facts.digest });
    }
    await twin.settle();
    const { runs } = remembered;
    // The twin found the sheet changed once; the reports then differ in that alone.
    if (runs) await moveHead(twin.store(), WORKBOOK, (head) => ({ ...head, runs }));
    await twin.settle();
    return await visible(twin);
  } finally {
    await twin.close();
  }
}

function plain(cell: Cells[number][number] | undefined): FileCell {
  if (typeof cell === 'object' && cell !== null) throw new Error('an input tab of the sample holds a formula');
  return cell;
}
