import { phrase } from '../cells/phrase.ts';
import { type Day, UNDATED } from '../days/day.ts';
import { entry } from '../trees/entry.ts';

/**
 * "it may be easier to eliminate all the interactions that are not meaningful (leaving a message, agreeing to call back
 * later, dropping off some paperwork) and then start tracking everything else."
 */
export const DEFAULT_NOT_MEANINGFUL: readonly string[] = [
  'left a message',
  'voicemail',
  'agreed to call back later',
  'dropped off paperwork',
  'no answer',
  'busy',
  'wrong number',
  'bounced',
  'automatic reply',
];

export const COUNTS = ['Not meaningful', 'Meaningful'] as const;

export interface OutcomeRule {
  /** As typed on the Outcomes tab. */
  readonly outcome: string;
  readonly counts: (typeof COUNTS)[number];
  /** In force from this day on; absent = always. */
  readonly from?: Day;
}

export type Meaning = 'meaningful' | 'not meaningful' | 'unknown';

/** What an outcome (whole normalised phrase) means on a day; `unknown` = on no list, so it counts and is queued. */
export type ExclusionList = (outcome: string, day: Day) => Meaning;

/** The default list, overridden phrase by phrase by the rules of the Outcomes tab; the latest rule in force wins. */
export function exclusionList(rules: readonly OutcomeRule[]): ExclusionList {
  const dated = new Map<string, { from: Day; counts: OutcomeRule['counts'] }[]>();
  for (const word of DEFAULT_NOT_MEANINGFUL) dated.set(word, [{ from: UNDATED - 1, counts: 'Not meaningful' }]);
  for (const rule of rules) {
    const key = phrase(rule.outcome);
    const list = dated.get(key) ?? [];
    list.push({ from: rule.from ?? UNDATED, counts: rule.counts });
    dated.set(key, list);
  }
  for (const list of dated.values()) list.sort((a, b) => a.from - b.from);
  // Outcomes repeat in thousands of rows: each spelling is normalised once.
  const spelled = new Map<string, { from: Day; counts: OutcomeRule['counts'] }[]>();
  return (outcome, day) => {
    const list = entry(spelled, outcome, () => dated.get(phrase(outcome)) ?? []);
    const inForce = list.findLast((rule) => rule.from <= day);
    if (!inForce) return 'unknown';
    return inForce.counts === 'Meaningful' ? 'meaningful' : 'not meaningful';
  };
}
