import { appendFileSync } from 'node:fs';

/** What the resilience tests count; `npm run test:resilience` prints the sums. */
export const TALLIED = [
  'crash points through the ports',
  'crash points over HTTP',
  'interleavings',
  'model-based sequences',
  'kills',
  'time-outs',
  'guards',
  'soak days',
  'faults in the soak',
  'bad inputs',
  'log lines searched',
  'rows lost',
  'rows doubled',
  'mixed reports',
] as const;
export type Tallied = (typeof TALLIED)[number];

const file = process.env.LEADSHEET_TALLY;

/** Whether this is `npm run test:resilience`. */
export const isFullLength = file !== undefined;

/** Adds to a figure of `npm run test:resilience`; elsewhere it does nothing. */
export function tally(figure: Tallied, count: number): void {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify([figure, count])}\n`);
}

/** Of the full length, with `npm run test:resilience -- --part 0.3`. */
const part = Number(process.env.LEADSHEET_PART ?? 1);

/**
 * How much of something to do: a little within `npm test`, all of it within `npm run test:resilience`, or a part of that.
 * The lesser the number the more it is where each so-manieth is tried.
 */
export function scale(little: number, all: number): number {
  if (!isFullLength) return little;
  return all < little ? Math.min(little, Math.round(all / part)) : Math.max(little, Math.round(all * part));
}
