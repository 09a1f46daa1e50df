import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { row } from './trees.ts';

const REPS = ['Ana', 'Ben', 'Cy', 'Ana; Ben'];
const KINDS: readonly (readonly [activity: string, outcome: string])[] = [
  ['Attempt', 'Left a message'],
  ['Attempt', 'Spoke'],
  ['Follow-up', 'Interested'],
  ['Opportunity', 'Interested'],
  ['Ask', 'Sent'],
  ['Close', 'Booked'],
  ['Administration', ''],
];

/** `count` different rows, seven a day, ending on Monday 2026-02-02. */
export function someRows(count: number): Cell[][] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.UTC(2026, 1, 2 - Math.floor((count - 1 - i) / 7))).toISOString().slice(0, 10);
    const [activity = '', outcome = ''] = KINDS[i % KINDS.length] ?? [];
    return row(date, REPS[i % REPS.length] ?? '', `Prospect ${i % 23}`, activity, outcome, { amount: 100 + i });
  });
}
