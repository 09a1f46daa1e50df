/** Why a request is worth repeating: Google's minute is full, or Google is not well. */
export type Ailment = 'quota' | 'unavailable';

const PACE = {
  // The quota is counted by the minute and its answer names no time: 2, 4, ... 60, 60 seconds outlast it.
  quota: { first: 2_000, longest: 60_000, retries: 7 },
  unavailable: { first: 500, longest: 16_000, retries: 5 },
} as const;

/**
 * Milliseconds before retry number `retry` (from 0), or undefined when it is time to give up. Half of it is random
 * (0 <= random < 1), so that functions that failed together do not come back together.
 */
export function waitBefore(retry: number, ailment: Ailment, random: number): number | undefined {
  const { first, longest, retries } = PACE[ailment];
  if (retry >= retries) return undefined;
  const full = Math.min(first * 2 ** retry, longest);
  return full / 2 + (full / 2) * random;
}
