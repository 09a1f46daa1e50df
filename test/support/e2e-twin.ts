import { entry } from '../../lambdas/domain/entry.ts';
import type { InputTab } from '../../lambdas/domain/head.ts';
import { INPUT_TABS } from '../../lambdas/ingest/input-tabs.ts';
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

/** The same for a service that never saw anything but the sheet as it is now, at the same moment. */
export async function visibleOfTwin(service: TestService): Promise<Visible> {
  const { title, locale, timeZone } = service.server.workbook(WORKBOOK).state;
  const tabs = INPUT_TABS.map((name: InputTab) => ({
    title: name,
    rows: cellsOf(service.server, name).map((row) => row.map((cell): FileCell => plain(cell))),
  }));
  const { now } = service;
  return entry(known, JSON.stringify([now, title, locale, timeZone, tabs]), () =>
    load({ title, locale, timeZone, tabs }, now),
  );
}

async function load(book: WorkbookFile, now: number): Promise<Visible> {
  const twin = await testService({ book });
  try {
    twin.now = now;
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
