import { asOfInstant, instantOf, isTimeZone } from '../domain/days/as-of.ts';
import { checkCells } from '../domain/rows/check.ts';
import type { Snapshot } from '../domain/rows/snapshot.ts';
import { qualityOf } from '../domain/rows/snapshot-quality.ts';
import { isSheetsRefusal } from '../domain/sheets-errors.ts';
import { seenAfter, seenKeysNeeded } from '../domain/source/first-seen.ts';
import { momentItem } from '../domain/source/history.ts';
import type { Head, Stop } from '../domain/trees/head.ts';
import { FIRST_HEAD } from '../domain/trees/move-head.ts';
import { putMissing } from '../domain/trees/put-missing.ts';
import type { Run } from '../domain/trees/runs.ts';
import type { SheetsPort, StorePort } from '../ports.ts';
import { compare } from './compare.ts';
import { stopForRemovals } from './guards.ts';
import { noteChecksRefused, noteSeenLate, noteSnapshot, noteStop, stopOf } from './head-notes.ts';
import type { IngestDeps, IngestRequest } from './ingest-request.ts';
import { activityPlace, checkPlace } from './input-tabs.ts';
import type { Payload } from './payload.ts';
import { readSheet } from './read-sheet.ts';
import { newItems, newSource } from './source-change.ts';
import { readableRoot, storedRoot } from './stored-source.ts';

export interface IngestResult {
  /**
   * `unchanged`: the payload is the one seen last. `noted`: other bytes, same rows. `changed`: the source moved.
   * `stopped`: this snapshot was refused and the last good one stays.
   */
  readonly status: 'unchanged' | 'noted' | 'changed' | 'stopped';
  readonly stop?: Stop;
  /** The rows as read, with their verdicts; absent when nothing had to be parsed. */
  readonly snapshot?: Snapshot;
  readonly checksWritten: number;
  /** Why Sheets refused the verdicts, and what to do; they are written again by every run. */
  readonly checksRefused?: string;
  readonly itemsWritten: number;
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
}

const NOTHING = { checksWritten: 0, itemsWritten: 0, rowsAdded: 0, rowsRemoved: 0 };
const TRIES = 8;

/**
 * Makes the stored rows equal to the sheet. A reconciler: it may run twice, late, or beside another, and a message is
 * only a hint that there may be work. The head is read before the sheet, so the older of two snapshots never wins: the
 * loser of the swap starts over.
 */
export async function ingest(deps: IngestDeps, request: IngestRequest): Promise<IngestResult> {
  for (let tries = 0; tries < TRIES; tries++) {
    const result = await ingestOnce(deps, request);
    if (result) return result;
  }
  throw new Error(`ingest of ${request.workbook} was overtaken ${TRIES} times in a row; it will be tried again`);
}

async function ingestOnce(deps: IngestDeps, request: IngestRequest): Promise<IngestResult | undefined> {
  const { sheets, store, clock } = deps;
  const head = (await store.readHead(request.workbook)) ?? FIRST_HEAD;
  const { payload, read, last } = await readSheet(deps, request, head);
  if (read === 'unchanged') {
    return { status: head.stop ? 'stopped' : 'unchanged', ...(head.stop && { stop: head.stop }), ...NOTHING };
  }
  if ('message' in read) {
    const { timeZone } = payload.description;
    const since = nowOf(clock, request, isTimeZone(timeZone) ? timeZone : 'UTC');
    return refuse(deps, request, head, payload, stopOf(head, { message: read.message, digest: payload.digest }, since));
  }

  const now = nowOf(clock, request, read.rules.timeZone);
  const { day: today, minute } = request.asOf ?? asOfInstant(clock(), read.rules.timeZone);
  const { snapshot } = read;
  const quality = qualityOf(snapshot);
  const load = (refs: Parameters<StorePort['getItems']>[1]) => store.getItems(request.workbook, refs);
  const stored = await (request.full ? readableRoot : storedRoot)(load, head.source);
  const before = request.full ? undefined : stored;
  const { source, ...changes } = await compare(load, {
    ...{ snapshot: newSource(snapshot.tree, read.inputs, quality), stored, last },
    ...{ rules: read.rules, today, forget: request.forget, full: request.full === true },
  });
  const accepted = [request.acceptRemovals, read.rules.settings.acceptRemovals];
  const refused = await stopForRemovals({
    ...{ load, before: stored, after: source, inputs: read.inputs, lost: changes.lost, accepted },
    weekStartsOn: read.rules.settings.weekStartsOn,
  });
  if (refused) return refuse(deps, request, head, payload, stopOf(head, refused, now));

  const checks =
    read.rules.settings.check === 'On'
      ? checkCells(snapshot, today, read.rules.settings.unconfirmed)
      : new Map<number, string>();
  const changed = source.rootItem.digest !== head.source;
  const counts = {
    checksWritten: checks.size,
    rowsAdded: changes.rows.reduce((sum, change) => sum + change.added.length, 0),
    rowsRemoved: changes.rows.reduce((sum, change) => sum + change.removed.length, 0),
  };
  if (request.dryRun) return { status: changed ? 'changed' : 'noted', snapshot, itemsWritten: 0, ...counts };

  const moment = changed
    ? momentItem({ at: now, source: source.rootItem.digest, ...(head.moment !== undefined && { before: head.moment }) })
    : undefined;
  const items = [
    ...(changed || request.full ? newItems(before, source, changes.repDays) : []),
    ...changes.archiveItems,
    ...(moment ? [moment] : []),
  ];
  const remembers = before !== undefined && changes.rows.length > 0;
  if (remembers) {
    const seen = await store.readSeen(request.workbook, seenKeysNeeded(changes.rows));
    await store.mergeSeen(request.workbook, seenAfter(changes.rows, changes.pairs, seen, now));
  }
  if (request.full) await store.putItems(request.workbook, items);
  else await putMissing(store, request.workbook, items, clock());
  const hasCheck = read.rules.settings.check === 'On' && snapshot.checkColumn !== undefined;
  // Verdicts count as right only when a later read shows them, so a crash before the write below is made good.
  const checked = hasCheck ? { day: checks.size > 0 ? 0 : today, timeZone: read.rules.timeZone } : undefined;
  const activity = activityPlace(payload.tabs.Activity, read.header);
  const run: Run | undefined = changed
    ? [today, minute, quality.rows, counts.rowsAdded, counts.rowsRemoved]
    : undefined;
  const note = { payload, source: source.rootItem.digest, checked, activity, run, moment: moment?.digest };
  const moved = await noteSnapshot(store, request.workbook, head, note);
  if (!moved) {
    if (remembers) await noteSeenLate(store, request.workbook);
    return undefined;
  }
  const checksRefused = await writeChecks(sheets, request.workbook, payload, snapshot, checks);
  if (checksRefused !== moved.checksRefused) await noteChecksRefused(store, request.workbook, checksRefused);
  return {
    status: changed ? 'changed' : moved === head ? 'unchanged' : 'noted',
    snapshot,
    itemsWritten: items.length,
    ...counts,
    ...(checksRefused !== undefined && { checksWritten: 0, checksRefused }),
  };
}

/** Epoch milliseconds: the time of the as-of where one is given, so that a past that is played back is told as it was. */
const nowOf = (clock: () => number, { asOf }: IngestRequest, timeZone: string): number =>
  asOf ? instantOf(asOf, timeZone) : clock();

async function refuse(
  { store }: IngestDeps,
  { workbook, dryRun }: IngestRequest,
  head: Head,
  payload: Payload,
  stop: Stop,
): Promise<IngestResult | undefined> {
  const noted = dryRun || (await noteStop(store, workbook, head, payload, stop));
  return noted ? { status: 'stopped', stop, ...NOTHING } : undefined;
}

/** Returns why Sheets refused them: a protected column is no reason to keep the figures from anybody. */
async function writeChecks(
  sheets: SheetsPort,
  workbook: string,
  payload: Payload,
  snapshot: Snapshot,
  checks: ReadonlyMap<number, string>,
): Promise<string | undefined> {
  const sheetId = payload.tabs.Activity;
  if (checks.size === 0 || sheetId === undefined || snapshot.checkColumn === undefined) return undefined;
  try {
    await sheets.writeColumn(workbook, checkPlace(sheetId, snapshot.checkColumn, payload.description), checks);
    return undefined;
  } catch (error) {
    if (isSheetsRefusal(error)) return error.message;
    throw error;
  }
}
