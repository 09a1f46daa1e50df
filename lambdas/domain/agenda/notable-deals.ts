import { type DealLine, standingOf } from '../deals/deal-line.ts';
import { type DealStandards, isStalling, type Signal, signalsOf } from '../deals/deal-signals.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { agendaKey } from './agenda-key.ts';
import type { Discussed } from './discussed.ts';

/** An open deal and what is notable about it. */
export interface ScoredDeal {
  readonly line: DealLine;
  readonly step: 0 | 1 | 2;
  /** The weightiest first. */
  readonly signals: readonly Signal[];
  readonly score: number;
}

/** One that is chosen, by a key: keys are read from names, which is dear, and most deals are never chosen. */
export interface KeyedDeal extends ScoredDeal {
  readonly key: string;
}

const keyed = (deal: ScoredDeal): KeyedDeal => ({ ...deal, key: agendaKey(deal.line) });

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
  return { line, step, signals, score: score + stalling };
}

/** Whether there is a reason to discuss it. */
export const isNotable = ({ signals }: ScoredDeal): boolean => signals.some((signal) => WEIGHTS[signal] > 0);

/** By score, then amount, then key: the same order whatever the order of rows. */
function byScore(a: KeyedDeal, b: KeyedDeal): number {
  return (
    b.score - a.score || (b.line.amount ?? -1) - (a.line.amount ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/** The first so many by score: most deals are far from it, and are not sorted. */
export function firstByScore(deals: readonly ScoredDeal[], most: number): KeyedDeal[] {
  const scores = Float64Array.from(deals, ({ score }) => score).sort();
  const least = scores.at(-most) ?? Number.NEGATIVE_INFINITY;
  return deals
    .filter(({ score }) => score >= least)
    .map(keyed)
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
): ReadonlyMap<RepKey, readonly KeyedDeal[]> {
  const byRep = new Map<RepKey, ScoredDeal[]>();
  for (const deal of deals) {
    if (!isNotable(deal)) continue;
    for (const rep of deal.line.lastReps) entry(byRep, rep, (): ScoredDeal[] => []).push(deal);
  }
  const taken = new Set<string>();
  return new Map(
    reps.map((rep) => {
      const chosen = firstOf(byRep.get(rep) ?? [], most, discussed, taken);
      for (const { key } of chosen) taken.add(key);
      return [rep, chosen];
    }),
  );
}

/** The first few of many, without sorting the rest: a rep may have hundreds of prospects. */
function firstOf(
  deals: readonly ScoredDeal[],
  most: number,
  { last, before }: Discussed,
  taken: ReadonlySet<string>,
): KeyedDeal[] {
  const repeated = ({ key }: KeyedDeal): number => Number(last.has(key));
  const inTurn = (a: KeyedDeal, b: KeyedDeal): number => repeated(a) - repeated(b) || byScore(a, b);
  const first: KeyedDeal[] = [];
  for (const deal of deals) {
    const worst = first[most - 1];
    // What was discussed only lowers a score: a deal that has too low a one already needs no key.
    if (worst && deal.score < worst.score && repeated(worst) === 0) continue;
    const fresh = keyed(deal);
    if (taken.has(fresh.key)) continue;
    const times = before.filter((keys) => keys.has(fresh.key)).length;
    const one = times === 0 ? fresh : { ...fresh, score: fresh.score + DISCUSSED * times };
    if (worst && inTurn(one, worst) >= 0) continue;
    const at = first.findIndex((each) => inTurn(one, each) < 0);
    first.splice(at < 0 ? first.length : at, 0, one);
    first.length = Math.min(first.length, most);
  }
  return first;
}
