import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import { DEFAULT_NOT_MEANINGFUL, type OutcomeRule } from './exclusion-list.ts';

/** A line of the exclusion list, and whether it decides today. */
export interface OutcomeDefinition extends OutcomeRule {
  readonly source: 'default' | 'Outcomes';
  readonly status: 'in force' | 'replaced' | 'to come';
}

/**
 * "eliminate all the interactions that are not meaningful ... and then start tracking everything else": the definitions
 * as of a day, what is excluded today first, then by outcome and date. Of one outcome the latest line whose date has come
 * decides, as `exclusionList` has it; a line that another of the same date takes the place of never does.
 */
export function outcomeDefinitions(rules: readonly OutcomeRule[], today: Day): OutcomeDefinition[] {
  const lines = [
    ...DEFAULT_NOT_MEANINGFUL.map((outcome) => ({ outcome, counts: 'Not meaningful', source: 'default' }) as const),
    ...rules.map((rule) => ({ ...rule, source: 'Outcomes' }) as const),
  ];
  const groups = Map.groupBy(lines, ({ outcome }) => phrase(outcome));
  const definitions = [...groups].sort(byName).map(([, group]) => {
    const dated = group
      .toSorted((a, b) => startOf(a) - startOf(b))
      .filter((line, at, all) => startOf(line) !== startOf(all[at + 1]));
    const inForce = dated.findLastIndex((line) => startOf(line) <= today);
    return dated.map((line, at) => ({
      ...line,
      status: at === inForce ? 'in force' : at < inForce ? 'replaced' : 'to come',
    })) satisfies OutcomeDefinition[];
  });
  return definitions.sort((a, b) => Number(isExcluded(b)) - Number(isExcluded(a))).flat();
}

/** Of no line: equal to nothing. */
const startOf = (rule: OutcomeRule | undefined): Day => (rule ? (rule.from ?? Number.NEGATIVE_INFINITY) : Number.NaN);
const isExcluded = (lines: readonly OutcomeDefinition[]): boolean =>
  lines.some(({ status, counts }) => status === 'in force' && counts === 'Not meaningful');
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
