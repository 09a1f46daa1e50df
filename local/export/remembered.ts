import * as z from 'zod';
import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { type Facts, factsRef } from '../../lambdas/domain/weeks/facts.ts';
import { frozenRef } from '../../lambdas/domain/weeks/frozen-weeks.ts';
import type { StorePort } from '../../lambdas/ports.ts';
import type { StoredWorkbook } from './stored-workbook.ts';

const times = z.record(z.string(), z.number());
const whole = z.int();

/** What was decided once: only as much of its shape as the import relies on, so that newer files can be read too. */
const facts = z.looseObject({
  since: whole,
  frozen: z
    .looseObject({
      version: z.number(),
      weekStartsOn: z.number(),
      through: whole,
      weeks: z.array(z.tuple([whole, z.string()])),
    })
    .optional(),
  targets: z.array(z.looseObject({ week: whole, reps: z.record(z.string(), z.looseObject({})) })),
  forecasts: z.array(z.looseObject({ week: whole, within: z.array(z.looseObject({})) })),
  agendas: z.array(
    z.looseObject({
      segment: z.string(),
      day: whole,
      deals: z.array(z.tuple([z.string(), z.array(z.string())])),
    }),
  ),
});

/** `remembered.json`: what the store knows of a workbook and the rows do not say. Days are counted as Sheets does. */
export const REMEMBERED = z.object({
  leadsheet: z.literal('remembered'),
  version: z.literal(1),
  workbook: z.string(),
  title: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  /** ISO 8601. */
  exportedAt: z.string(),
  rows: whole,
  /** Absent: nothing was decided yet. */
  facts: facts.optional(),
  /** Weekly counts of closed weeks by the names that `facts.frozen` gives them. */
  closedWeeks: z.record(z.string(), z.string()),
  /** Rep-day -> row -> epoch milliseconds at which it was first seen; both by digest. */
  firstSeen: z.record(z.string(), times),
});
export type Remembered = z.output<typeof REMEMBERED>;

export interface RememberedOf {
  readonly store: StorePort;
  readonly workbook: string;
  readonly head: Head;
  readonly stored: StoredWorkbook;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Reads it from the store; throws `MissingItem`. */
export async function readRemembered({ store, workbook, head, stored, now }: RememberedOf): Promise<Remembered> {
  const { title, locale, timeZone } = stored.inputs;
  const known = head.facts === undefined ? undefined : await factsOf(store, workbook, head.facts);
  const weeks = known?.frozen?.weeks ?? [];
  const bodies = await store.getItems(
    workbook,
    weeks.map(([week, counts]) => frozenRef(week, counts)),
  );
  const keys = new Set(stored.repDays.map(({ day, rep }) => seenKey(day, rep)));
  const seen = await store.readSeen(workbook, [...keys].sort());
  return {
    leadsheet: 'remembered',
    version: 1,
    workbook,
    title,
    locale,
    timeZone,
    exportedAt: new Date(now).toISOString(),
    rows: stored.repDays.reduce((sum, { lines }) => sum + lines.length, 0),
    // Arrays that may be written to, as zod types them.
    ...(known && { facts: structuredClone(known) as unknown as NonNullable<Remembered['facts']> }),
    closedWeeks: Object.fromEntries(bodies),
    firstSeen: Object.fromEntries([...seen].map(([key, rows]) => [key, { ...rows }])),
  };
}

/** What was decided once, as one item holds it. */
export async function factsOf(store: StorePort, workbook: string, name: string): Promise<Facts> {
  return JSON.parse((await store.getItems(workbook, [factsRef(name)])).get(name) ?? 'null') as Facts; // by factsItem
}
