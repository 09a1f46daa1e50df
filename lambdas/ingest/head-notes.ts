import type { Head, Stop } from '../domain/trees/head.ts';
import { moveHead } from '../domain/trees/move-head.ts';
import { RUNS_KEPT_STOPPED, type Run, withRun } from '../domain/trees/runs.ts';
import type { StorePort } from '../ports.ts';
import type { Payload } from './payload.ts';

/** What the head is told of a snapshot. */
export interface Note {
  readonly payload: Payload;
  /** Root of the source tree. */
  readonly source: string;
  readonly checked: Head['checked'] | undefined;
  readonly activity: Head['activity'];
  /** Absent when the source stays as it was. */
  readonly run: Run | undefined;
  /** Digest of the moment at which the source moved to this one; absent when it stays. */
  readonly moment: string | undefined;
}

/** Swaps the head to this snapshot; `undefined` when another snapshot was noted since the head was read. */
export async function noteSnapshot(
  store: StorePort,
  workbook: string,
  head: Head,
  note: Note,
): Promise<Head | undefined> {
  const { payload, source, checked, activity, run, moment } = note;
  const known = head.payload === payload.digest && head.source === source && !head.stop;
  if (known && head.checked?.day === checked?.day && head.checked?.timeZone === checked?.timeZone) return head;
  return moveHead(store, workbook, (now) => {
    if (now.generation !== head.generation) return undefined;
    const { stop: _, checked: __, ...kept } = now;
    return {
      ...kept,
      generation: now.generation + 1,
      payload: payload.digest,
      tabs: payload.tabs,
      source,
      ...(run && { runs: withRun(now.runs, run) }),
      ...(moment !== undefined && { moment }),
      ...(activity && { activity }),
      ...(checked && { checked }),
    };
  });
}

/** Of a run that was overtaken: it has merged first-seen times that no head of its own stands for. */
export async function noteSeenLate(store: StorePort, workbook: string): Promise<void> {
  await moveHead(store, workbook, (now) => ({ ...now, seenLate: (now.seenLate ?? 0) + 1 }));
}

/** What became of the verdicts of this run; `undefined`: they were written, or none had to be. */
export async function noteChecksRefused(
  store: StorePort,
  workbook: string,
  refused: string | undefined,
): Promise<void> {
  await moveHead(store, workbook, ({ checksRefused: was, ...now }) =>
    was === refused ? undefined : { ...now, ...(refused !== undefined && { checksRefused: refused }) },
  );
}

/** Why a snapshot is refused: `digest` names what is refused, so that it is said once. */
type Refusal = Pick<Stop, 'message' | 'digest'>;

/** The stop as the head carries it: it began when this refusal was first met. */
export function stopOf(head: Head, { message, digest }: Refusal, now: number): Stop {
  const same = head.stop?.digest === digest && head.stop.message === message;
  return { message, digest, since: same && head.stop ? head.stop.since : now };
}

/** Keeps the last good generation and says why; false when another snapshot was noted since the head was read. */
export async function noteStop(
  store: StorePort,
  workbook: string,
  head: Head,
  payload: Payload,
  stop: Stop,
): Promise<boolean> {
  const known = head.stop?.digest === stop.digest && head.stop.message === stop.message;
  if (known && head.payload === payload.digest) return true;
  const moved = await moveHead(store, workbook, (now) =>
    now.generation === head.generation
      ? {
          ...now,
          ...(now.runs && { runs: now.runs.slice(0, RUNS_KEPT_STOPPED) }),
          generation: now.generation + 1,
          payload: payload.digest,
          stop,
        }
      : undefined,
  );
  return moved !== undefined;
}
