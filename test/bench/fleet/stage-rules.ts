import { nextDueAt } from '../../../lambdas/domain/days/next-due.ts';
import { CHANGED_RUN, UNCHANGED_RUN } from '../../../local/cost/monthly-usage.ts';
import {
  DELIVERIES,
  DELIVERY_MS,
  DUE_HOURS,
  HEARTBEAT_MS,
  HOUR,
  KEPT_MS,
  MIDNIGHT,
  ROWS,
  TIMEOUT_MS,
} from './assumptions.ts';
import type { QueueRules } from './stage-queue.ts';

export type Stage = 'ingest' | 'rollup' | 'report';

export const rulesOf = (name: Stage, concurrency: number): QueueRules => ({
  concurrency,
  deliveryMs: DELIVERY_MS,
  visibilityMs: 2 * TIMEOUT_MS[name],
  deliveries: DELIVERIES,
  keptMs: KEPT_MS,
});

/** Seconds on a full core. */
export function costOf(isChanged: boolean, stage: Stage): number {
  const { fixed, perRow } = (isChanged ? CHANGED_RUN : UNCHANGED_RUN)[stage];
  return fixed + perRow * ROWS;
}

/** After an hour Health says as of when, and the cut-off hour changes what the tabs say. */
export function isDueToPublish(publishedAt: number, now: number): boolean {
  const cutOff = MIDNIGHT + Math.max(...DUE_HOURS) * HOUR;
  return now - publishedAt >= HEARTBEAT_MS || (publishedAt < cutOff && now >= cutOff);
}

const known = new Map<number, number>();

/** The real rule; the same for every workbook within a minute. */
export function dueAfter(now: number): number {
  const minute = Math.floor(now / 60_000);
  const due = known.get(minute) ?? nextDueAt(minute * 60_000, { timeZone: 'Etc/UTC', hours: DUE_HOURS });
  known.set(minute, due);
  return due;
}
