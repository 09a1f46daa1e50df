import { type DealLine, standingOf } from '../deals/deal-line.ts';
import { type DealStandards, isStalling, type Signal, signalsOf } from '../deals/deal-signals.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
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
  const signals = signalsOf(line, standards);
  const { step } = standingOf(line);
  let stalling = 0;
  let score = STEP_WEIGHTS[step];
  for (const signal of signals) {
    if (isStalling(signal)) stalling = Math.max(stalling, WEIGHTS[signal]);
    else score += WEIGHTS[signal];
  }
  return { key: agendaKey(line), line, step, signals, score: score + stalling };
}

/** Whether there is a reason to discuss it. */
export const isNotable = ({ signals }: ScoredDeal): boolean => signals.some((signal) => WEIGHTS[signal] > 0);

/** By score, then amount, then key: the same order whatever the order of rows. */
export function byScore(a: ScoredDeal, b: ScoredDeal): number {
  return (
    b.score - a.score || (b.line.amount ?? -1) - (a.line.amount ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** The first so many by score: most deals are far from it, and are not sorted. */
export function firstByScore(deals: readonly ScoredDeal[], most: number): ScoredDeal[] {
  const scores = Float64Array.from(deals, ({ score }) => score).sort();
  const least = scores.at(-most) ?? Number.NEGATIVE_INFINITY;
  return deals
    .filter(({ score }) => score >= least)
    .sort(byScore)
    .slice(0, most);
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
  const times = ({ key }: ScoredDeal): number => discussed.before.filter((keys) => keys.has(key)).length;
  const ranked = (deal: ScoredDeal): ScoredDeal => {
    const again = times(deal);
    return again === 0 ? deal : { ...deal, score: deal.score + DISCUSSED * again };
  };
  const repeated = ({ key }: ScoredDeal): number => Number(discussed.last.has(key));
  const inTurn = (a: ScoredDeal, b: ScoredDeal): number => repeated(a) - repeated(b) || byScore(a, b);
  const taken = new Set<string>();
  return new Map(
    reps.map((rep) => {
      const free = (byRep.get(rep) ?? []).filter(({ key }) => !taken.has(key));
      const chosen = firstOf(free.map(ranked), most, inTurn);
      for (const { key } of chosen) taken.add(key);
      return [rep, chosen];
    }),
  );
}

/** The first few of many in an order, without sorting the rest: a rep may have hundreds of prospects. */
function firstOf<T>(items: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const item of items) {
    const last = first[most - 1];
    if (last !== undefined && compare(item, last) >= 0) continue;
    const at = first.findIndex((each) => compare(item, each) < 0);
    first.splice(at < 0 ? first.length : at, 0, item);
    first.length = Math.min(first.length, most);
  }
  return first;
}
