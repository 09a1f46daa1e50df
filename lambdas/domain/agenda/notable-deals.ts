import { type DealLine, standingOf } from '../deal-line.ts';
import { type DealStandards, isStalling, type Signal, signalsOf } from '../deal-signals.ts';
import { entry } from '../entry.ts';
import type { RepKey } from '../rep-key.ts';
import { agendaKey } from './agenda-key.ts';
import type { Discussed } from './discussed.ts';

/** An open deal and what is notable about it. */
export interface ScoredDeal {
  readonly key: string;
  readonly line: DealLine;
  readonly step: 0 | 1 | 2;
  /** The weightiest first. */
  readonly signals: readonly Signal[];
  readonly score: number;
}

/**
 * What makes a deal worth a minute of a meeting. Of overdue, stale and stuck the heaviest counts, once: they mostly say the
 * same, and added up they would put the deals that are dead before those that can still be won. A missing next step alone
 * is no reason: it is told beside others.
 */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  'newly asked': 30,
  overdue: 25,
  stale: 20,
  stuck: 15,
  big: 15,
  slipped: 10,
  'no next step': 0,
};
/** Opportunities and asks before attempts: "select two or three notable opportunities". */
const STEP_WEIGHTS: readonly [attempt: number, opportunity: number, ask: number] = [-100, 0, 10];
/** For each of the remembered agendas that had it, so that a deal that nobody mends makes room for others. */
export const DISCUSSED = -10;

export function scoredDeal(line: DealLine, standards: DealStandards): ScoredDeal {
  const signals = signalsOf(line, standards).sort((a, b) => WEIGHTS[b] - WEIGHTS[a]);
  const { step } = standingOf(line);
  const stalling = signals.filter(isStalling).map((signal) => WEIGHTS[signal]);
  const others = signals.filter((signal) => !isStalling(signal)).map((signal) => WEIGHTS[signal]);
  const score = STEP_WEIGHTS[step] + Math.max(0, ...stalling) + others.reduce((sum, weight) => sum + weight, 0);
  return { key: agendaKey(line), line, step, signals, score };
}

/** Whether there is a reason to discuss it. */
export const isNotable = ({ signals }: ScoredDeal): boolean => signals.some((signal) => WEIGHTS[signal] > 0);

/** By score, then amount, then key: the same order whatever the order of rows. */
export function byScore(a: ScoredDeal, b: ScoredDeal): number {
  return (
    b.score - a.score || (b.line.amount ?? -1) - (a.line.amount ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/**
 * "chosen by score ..., none repeated from the last meeting while others qualify": the deals of each rep, at most `most`.
 * A deal of two reps of one meeting is discussed once, with the first of them.
 */
export function notableDeals(
  deals: readonly ScoredDeal[],
  reps: readonly RepKey[],
  most: number,
  discussed: Discussed,
): ReadonlyMap<RepKey, readonly ScoredDeal[]> {
  const byRep = new Map<RepKey, ScoredDeal[]>();
  for (const deal of deals) {
    if (!isNotable(deal)) continue;
    for (const rep of deal.line.lastReps) entry(byRep, rep, (): ScoredDeal[] => []).push(deal);
  }
  const times = (deal: ScoredDeal): number => discussed.before.filter((keys) => keys.has(deal.key)).length;
  const rank = (deal: ScoredDeal): ScoredDeal => ({ ...deal, score: deal.score + DISCUSSED * times(deal) });
  const repeated = ({ key }: ScoredDeal): number => Number(discussed.last.has(key));
  const taken = new Set<string>();
  return new Map(
    reps.map((rep) => {
      const chosen = (byRep.get(rep) ?? [])
        .filter(({ key }) => !taken.has(key))
        .map(rank)
        .sort((a, b) => repeated(a) - repeated(b) || byScore(a, b))
        .slice(0, most);
      for (const { key } of chosen) taken.add(key);
      return [rep, chosen];
    }),
  );
}
