import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { SheetsPort, StorePort } from '../../lambdas/ports.ts';
import { erase } from '../../local/erase/erase.ts';
import { personOf } from '../../local/erase/person.ts';
import { progress } from '../../local/progress.ts';
import { type Around, crashAt, intercepted } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import type { MemorySheet } from '../support/memory-sheets.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { scale, tally } from '../support/tally.ts';

const BOOK = 'team';
const NAME = 'Zyxwick Canary';
const NAMED = /zyxwick/i;
const QUIET = progress({ quiet: true });
/** Friday, 2026-11-20. */
const TODAY = 46_346;
const START = Date.parse('2026-11-20T08:00:00Z');
const HOUR = 3_600_000;

const row = (day: number, prospect: string, activity: string, outcome = '', amount: Cell = '', deal = ''): Cell[] => [
  ...[day, 'Jane', prospect, activity, outcome, amount, deal],
];

/** Rows of others beside those of the canary on the same days; the canary is on agendas, closed deals, rejected rows. */
const ROWS: Cell[][] = [
  ...Array.from({ length: 24 }, (_, at) => row(TODAY - (at % 12), `Prospect ${at % 7}`, 'Follow-up', 'Needs a quote')),
  row(TODAY - 40, NAME, 'Attempt to connect', 'Needs a quote', '', 'Old'),
  row(TODAY - 40, 'Long ago', 'Attempt to connect', 'Needs a quote'),
  [...row(TODAY - 9, NAME, 'Ask', 'Proposal sent', 90_000), 'Call', TODAY - 5],
  row(TODAY - 1, NAME, 'Ask', 'Proposal sent', 95_000),
  row(TODAY - 9, NAME, 'Ask', 'Proposal sent', 500, 'Lamps'),
  row(TODAY - 1, `${NAME.toUpperCase()} `, 'Close', 'Lost', '', 'Lamps'),
  row(TODAY, NAME, 'Juggling'),
];

interface Patient {
  readonly store: MemoryStore;
  readonly sheet: MemorySheet;
}
let now = START;
let sick: Patient;

/** A workbook that has had the canary for a day, edited it, archived one of its rows, and has it no more. */
beforeAll(async () => {
  const service: MemoryService = memoryService(START - 24 * HOUR, {
    [BOOK]: {
      Activity: [
        ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Amount', 'Deal', 'Next step', 'Next step date', 'Check'],
        ...ROWS,
      ],
      Team: [
        ['Rep', 'Segment'],
        ['Jane', 'Inside'],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Archived before', TODAY - 30],
      ],
    },
  });
  await service.settle(BOOK);
  const activity = service.sheet(BOOK).tab('Activity');
  service.now = START;
  activity.rows.push(row(TODAY, NAME, 'Follow-up', 'Needs a quote'));
  await service.settle(BOOK);
  service.now = START + 2 * HOUR;
  await service.settle(BOOK);
  activity.rows = activity.rows.filter((cells, at) => at === 0 || Number(cells[0]) >= TODAY - 30);
  await service.settle(BOOK);
  activity.rows = activity.rows.filter((cells) => !NAMED.test(String(cells[2])));
  service.now = now = START + 3 * HOUR;
  sick = { store: service.store, sheet: service.sheet(BOOK) };
});

const copy = ({ store, sheet }: Patient): Patient => ({ store: store.fork(), sheet: sheet.fork() });

/** Reports are layouts here, without cells to read. */
const readOf =
  (sheet: MemorySheet): SheetsPort['read'] =>
  async (workbook, sheetIds) => {
    const typed = sheetIds.filter((id) => sheet.tabs.some((tab) => tab.sheetId === id));
    const read = await sheet.read(workbook, typed);
    return { ...read, grids: () => sheetIds.map((id) => read.grids()[typed.indexOf(id)] ?? []) };
  };

function treat({ store, sheet }: Patient, around: Around = {}) {
  const clock = (): number => now;
  const deps = {
    clock,
    sheets: intercepted<SheetsPort>({ ...sheet, read: readOf(sheet) }, around),
    store: intercepted<StorePort>(store.open({ clock }), around),
  };
  return erase(deps, BOOK, personOf(NAME), QUIET);
}

const DEEP = { depth: 30, maxArrayLength: null, maxStringLength: null };
const everything = ({ store, sheet }: Patient): string => inspect([store.table, sheet.tabs, sheet.reports], DEEP);

/** What stands on the sheet and in the store, without counters, times of writing and garbage. */
function outcome({ store, sheet }: Patient) {
  const { source, derived, facts, stop } = store.table.heads.get(BOOK) ?? {};
  return {
    ...{ source, derived: derived?.root, facts, stop, tabs: sheet.tabs },
    leaves: [...(store.table.items.get(BOOK) ?? [])]
      .filter(([key]) => key.startsWith('rows/'))
      .map(([key, { body }]) => [key, body])
      .sort(),
    seen: store.table.seen.get(BOOK),
  };
}

describe('erase', () => {
  test('the patient: the name is everywhere that it can be', () => {
    const areas = [...(sick.store.table.items.get(BOOK)?.values() ?? [])].filter(({ body }) => NAMED.test(body));
    expect([...new Set(areas.map(({ area }) => area.split('/')[0]))].sort()).toEqual([
      'deals',
      'decided',
      'facts',
      'quality',
      'rows',
    ]);
  });

  test('a crash at any call, before or after it was applied: a second run ends the job', async () => {
    const well = copy(sick);
    let calls = 0;
    const result = await treat(well, { before: () => void calls++ });
    expect(everything(well)).not.toMatch(NAMED);
    expect([...result.store.found, ...result.tabs]).toEqual([]);
    const step = scale(7, 1);
    for (let k = 0; k < calls; k += step) {
      for (const when of ['before', 'after'] as const) {
        const patient = copy(sick);
        const crash = crashAt(k, when);
        await expect(treat(patient, crash), `${when} call ${k}`).rejects.toThrow(/call/);
        expect(crash.crashed).toBe(true);
        await treat(patient);
        expect(everything(patient)).not.toMatch(NAMED);
        expect(outcome(patient)).toEqual(outcome(well));
        tally('crash points through the ports', 1);
      }
    }
    expect(calls).toBeGreaterThan(30);
  });

  test.each([
    [1, 'as a new state of the day'],
    [2, 'as it was before'],
  ])('%d rows that somebody types again while it runs, %s: they are whole, and erase says so', async (rows) => {
    const patient = copy(sick);
    const typed = ROWS.filter((cells) => cells[0] === TODAY - 9 && cells[2] === NAME);
    let puts = 0;
    const meanwhile: Around = {
      async after(method) {
        if (method !== 'dropSeen' || puts++ > 0) return;
        patient.sheet.tab('Activity').rows.push(...typed.slice(0, rows).map((cells) => [...cells]));
        const clock = (): number => now;
        const { ingest } = await import('../../lambdas/ingest/ingest.ts');
        await ingest({ clock, sheets: patient.sheet, store: patient.store.open({ clock }) }, { workbook: BOOK });
      },
    };
    await expect(treat(patient, meanwhile)).rejects.toThrow(/typed a row/);
    const { source } = patient.store.table.heads.get(BOOK) ?? {};
    const { readStoredWorkbook } = await import('../../local/export/stored-workbook.ts');
    const stored = await readStoredWorkbook(patient.store.open(), BOOK, source ?? '');
    expect(stored.repDays.flatMap(({ lines }) => lines).filter((line) => NAMED.test(line))).toHaveLength(rows);
  });
});
