/** How a rep stands against what is expected by now. */
export type PaceStatus = 'on pace' | 'caution' | 'behind' | 'off' | 'too few to tell' | 'not expected';

export interface Pace {
  /** What is expected by now; 0 when no day of the week was worked yet. */
  readonly expected: number;
  /** actual / expected, uncapped; absent when nothing is expected. */
  readonly share?: number;
  readonly status: PaceStatus;
}

/** Of rows without a rep, and of who is not on Team: no target and no usual week. Not "off", which is said of leave. */
export const NOT_EXPECTED: Pace = { expected: 0, status: 'not expected' };

/** "pace is coloured only where at least 5 are expected" */
const ENOUGH = 5;

/**
 * `expected = target x eligible days elapsed / eligible days`. No eligible day in the week: "off", not 0 %.
 * `thresholds` are shares: on pace from, caution from.
 */
export function paceOf(
  actual: number,
  target: number,
  days: { readonly elapsed: number; readonly all: number },
  thresholds: { readonly onPace: number; readonly caution: number },
): Pace {
  if (days.all === 0) return { expected: 0, status: 'off' };
  const expected = (target * days.elapsed) / days.all;
  if (expected === 0) return { expected, status: 'too few to tell' };
  const share = actual / expected;
  if (expected < ENOUGH) return { expected, share, status: 'too few to tell' };
  if (share >= thresholds.onPace) return { expected, share, status: 'on pace' };
  return { expected, share, status: share >= thresholds.caution ? 'caution' : 'behind' };
}
