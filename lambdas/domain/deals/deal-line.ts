import type { Day } from '../days/day.ts';
import type { RepKey } from '../rows/rep-key.ts';

/** One run of a deal as the reports need it: where it is, since when, whose it is and what it is worth. */
export interface DealLine {
  /** As last typed. */
  readonly prospect: string;
  readonly deal: string;
  /** 1 = the first run of this deal; a customer who buys again opens the next. */
  readonly occurrence: number;
  /** An opening deal: first seen above an attempt in the first weeks of the data. Outside ratios and lags. */
  readonly opening: boolean;
  /** The day on which each step was first reached, filled in backwards; the first is the day of the first MSI. */
  readonly reached: readonly [attempt: Day, opportunity?: Day, ask?: Day];
  readonly state: 'open' | 'won' | 'lost';
  /** Day of the decision: the counting event, or the last Lost. */
  readonly decided?: Day | undefined;
  /** Who worked it first, and last; empty = nobody was named. */
  readonly firstReps: readonly RepKey[];
  readonly lastReps: readonly RepKey[];
  /** Minor units: of the counting event, else of the last ask that names one. */
  readonly amount?: number | undefined;
  readonly lastMsi: Day;
  readonly msis: number;
  /** As last typed, on the day it was typed. */
  readonly nextStep?: { readonly text: string; readonly on: Day; readonly due?: Day | undefined } | undefined;
  /** How often a dated next step was put off before it was taken. */
  readonly slips: number;
  /** The order can't be: a close before any contact. Kept out of averages. */
  readonly closedFirst: boolean;
}

/** The step that an open deal is in (0 attempt, 1 opportunity, 2 ask), and since when. */
export function standingOf({ reached }: DealLine): { readonly step: 0 | 1 | 2; readonly since: Day } {
  if (reached[2] !== undefined) return { step: 2, since: reached[2] };
  if (reached[1] !== undefined) return { step: 1, since: reached[1] };
  return { step: 0, since: reached[0] };
}

const STATES = ['open', 'won', 'lost'] as const;

/** One text, so that lines are compared, counted and stored as texts. */
export function encodeDealLine(line: DealLine): string {
  const { prospect, deal, occurrence, opening, reached, state, decided, firstReps, lastReps, amount } = line;
  const { lastMsi, msis, nextStep, slips, closedFirst } = line;
  return JSON.stringify([
    prospect,
    deal,
    occurrence,
    (opening ? 1 : 0) + (closedFirst ? 2 : 0),
    [reached[0], reached[1] ?? 0, reached[2] ?? 0],
    STATES.indexOf(state),
    decided ?? 0,
    firstReps,
    lastReps,
    amount ?? null,
    lastMsi,
    msis,
    slips,
    nextStep ? [nextStep.text, nextStep.on, nextStep.due ?? 0] : 0,
  ]);
}

export function decodeDealLine(text: string): DealLine {
  const stored = JSON.parse(text) as [
    string,
    string,
    number,
    number,
    [number, number, number],
    number,
    number,
    RepKey[],
    RepKey[],
    number | null,
    number,
    number,
    number,
    [string, number, number] | 0,
  ]; // written by encodeDealLine
  const [prospect, deal, occurrence, marks, days, state, decided, firstReps, lastReps, amount] = stored;
  const [, , , , , , , , , , lastMsi, msis, slips, next] = stored;
  const [attempt, opportunity, ask] = days;
  return {
    prospect,
    deal,
    occurrence,
    opening: (marks & 1) !== 0,
    closedFirst: (marks & 2) !== 0,
    // A later step implies the earlier ones, so a day that is missing has none after it.
    reached: ask ? [attempt, opportunity, ask] : opportunity ? [attempt, opportunity] : [attempt],
    state: STATES[state] ?? 'open',
    firstReps,
    lastReps,
    lastMsi,
    msis,
    slips,
    decided: decided === 0 ? undefined : decided,
    amount: amount ?? undefined,
    nextStep: next === 0 ? undefined : { text: next[0], on: next[1], due: next[2] === 0 ? undefined : next[2] },
  };
}
