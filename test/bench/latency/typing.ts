import { randomFrom } from '../../../local/sample/random.ts';

/** One rep does one thing; each adds one to the MSIs of that rep's week. */
export interface Typing {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly rep: string;
  /** A new row, or the outcome of an attempt that did not count yet. */
  readonly kind: 'row' | 'edit';
  readonly prospect: string;
  readonly activity: string;
}

export interface Crowd {
  readonly reps: readonly string[];
  readonly typings: number;
  /** Milliseconds. */
  readonly within: number;
}

/** One in so many edits. */
const EDITS = 0.15;

/** Moments as they come when nobody knows of the others: evenly spread by chance. The same each time. */
export function typingsOf({ reps, typings, within }: Crowd): Typing[] {
  const random = randomFrom(7);
  return Array.from(
    { length: typings },
    (_, index): Typing => ({
      at: random.next() * within,
      rep: random.pick(reps),
      kind: random.chance(EDITS) ? 'edit' : 'row',
      prospect: `Latency ${index % 60} Ltd`,
      activity: random.pick(['Attempt to connect', 'Attempt to connect', 'Follow-up', 'Opportunity', 'Ask']),
    }),
  ).sort((a, b) => a.at - b.at);
}
