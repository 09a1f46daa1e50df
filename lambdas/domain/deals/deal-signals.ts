import type { Day } from '../days/day.ts';
import { type DealLine, standingOf } from './deal-line.ts';
import type { OwnerDays } from './owner-days.ts';

/** What this team's own deals say about how long is too long, and how much is big. */
export interface LearnedStandards {
  readonly today: Day;
  /** Working days without an MSI above which a deal is stale. */
  readonly staleAbove: number;
  /** Days in step above which a deal is stuck, by step (0 attempt, 1 opportunity, 2 ask); absent = no deal was won yet. */
  readonly stuckAbove: readonly (number | undefined)[];
  /** Minor units: a larger amount is big. */
  readonly bigAbove: number;
  readonly workingDays: OwnerDays;
  /** Somebody on this team types next steps: only then is a missing one a sign. */
  readonly plansNextSteps: boolean;
}

/** What an open deal is measured against. */
export interface DealStandards extends LearnedStandards {
  /** The day of the last meeting of the deal's owners. */
  readonly lastMeeting: (line: DealLine) => Day;
}

type Predicate = (line: DealLine, standards: DealStandards) => boolean;

/** A next step with a date that has not passed. */
const hasStepAhead = ({ nextStep }: DealLine, { today }: LearnedStandards): boolean =>
  nextStep?.due !== undefined && nextStep.due >= today;

/**
 * "stale: working days since the last MSI > max(setting, 75th percentile of gaps in won deals), unless a dated next step
 * lies ahead"
 */
export const isStale = (line: DealLine, standards: LearnedStandards): boolean =>
  daysSilent(line, standards) > standards.staleAbove && !hasStepAhead(line, standards);

/** "stuck: in step 14 days longer than the median of won deals" */
const isStuck: Predicate = (line, standards) => {
  const { step, since } = standingOf(line);
  const most = standards.stuckAbove[step];
  return most !== undefined && standards.today - since > most;
};

/** "overdue next step": its day is over, and nothing that counts happened on it or since. */
const isOverdue: Predicate = ({ nextStep, lastMsi }, { today }) =>
  nextStep?.due !== undefined && nextStep.due < today && lastMsi < nextStep.due;

/** "no next step": none was typed, or the last one is done: an MSI followed it, on its day or later where it has one. */
const hasNoNextStep: Predicate = (line, standards) => {
  if (!standards.plansNextSteps) return false;
  const { nextStep, lastMsi } = line;
  if (nextStep?.due === undefined) return nextStep === undefined || lastMsi > nextStep.on;
  return !hasStepAhead(line, standards) && lastMsi >= nextStep.due;
};

/** "big (top decile of open amounts)" */
const isBig: Predicate = ({ amount }, { bigAbove }) => amount !== undefined && amount > bigAbove;

/** "newly asked": since the last meeting of its owners, whose own day counts, since people work on after it. */
const isNewlyAsked: Predicate = (line, { lastMeeting }) => {
  const asked = line.reached[2];
  return asked !== undefined && asked >= lastMeeting(line);
};

/** "slipped": a dated next step was put off before its day came. */
const hasSlipped: Predicate = ({ slips }) => slips > 0;

/** In the order in which they are told, the weightiest first. */
const PREDICATES = {
  'newly asked': isNewlyAsked,
  overdue: isOverdue,
  stale: isStale,
  stuck: isStuck,
  big: isBig,
  slipped: hasSlipped,
  'no next step': hasNoNextStep,
} as const;

export type Signal = keyof typeof PREDICATES;
export const SIGNALS = Object.keys(PREDICATES) as readonly Signal[]; // Object.keys forgets the keys

/** What is notable about an open deal, the weightiest first. */
export const signalsOf = (line: DealLine, standards: DealStandards): Signal[] =>
  SIGNALS.filter((signal) => PREDICATES[signal](line, standards));

/** Working days of the owners since the last MSI. */
export const daysSilent = ({ lastReps, lastMsi }: DealLine, { workingDays }: LearnedStandards): number =>
  workingDays(lastReps, lastMsi);

/** The signs of a deal that stalls, rather than of one that only deserves a word. */
const STALLING: ReadonlySet<Signal> = new Set<Signal>(['overdue', 'stale', 'stuck']);
export const isStalling = (signal: Signal): boolean => STALLING.has(signal);
export const isStalled = (signals: readonly Signal[]): boolean => signals.some(isStalling);
