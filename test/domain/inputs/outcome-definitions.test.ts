import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_NOT_MEANINGFUL,
  exclusionList,
  type OutcomeRule,
} from '../../../lambdas/domain/inputs/exclusion-list.ts';
import { outcomeDefinitions } from '../../../lambdas/domain/inputs/outcome-definitions.ts';
import { serial } from '../../support/trees.ts';

const TODAY = serial('2026-02-02');
const lines = (rules: readonly OutcomeRule[], outcome: string) =>
  outcomeDefinitions(rules, TODAY)
    .filter((line) => line.outcome.toLowerCase() === outcome)
    .map(({ counts, source, status }) => `${counts}, ${source}, ${status}`);

describe('the definitions in force', () => {
  test('without an Outcomes tab are the default list', () => {
    expect(outcomeDefinitions([], TODAY).map(({ outcome }) => outcome)).toEqual([...DEFAULT_NOT_MEANINGFUL].sort());
  });

  test('a dated line takes over on its day; one that always holds takes the place of the default', () => {
    const dated: OutcomeRule = { outcome: 'Voicemail', counts: 'Meaningful', from: serial('2026-01-01') };
    const later: OutcomeRule = { outcome: 'voicemail', counts: 'Not meaningful', from: serial('2026-03-01') };
    expect(lines([dated, later], 'voicemail')).toEqual([
      'Not meaningful, default, replaced',
      'Meaningful, Outcomes, in force',
      'Not meaningful, Outcomes, to come',
    ]);
    expect(lines([{ outcome: 'Voicemail', counts: 'Meaningful' }], 'voicemail')).toEqual([
      'Meaningful, Outcomes, in force',
    ]);
  });

  test('are listed with what is excluded today first, then by outcome, then by date', () => {
    const at = (iso: string) => ({ from: serial(iso) });
    const rules: OutcomeRule[] = [
      { outcome: 'Zoom', counts: 'Not meaningful', ...at('2026-02-02') },
      { outcome: 'Zoom', counts: 'Meaningful', ...at('2026-02-01') },
      { outcome: 'Answered', counts: 'Meaningful' },
      { outcome: 'Blocked', counts: 'Not meaningful', ...at('2026-02-03') },
      { outcome: 'Declined', counts: 'Not meaningful', ...at('2026-01-01') },
      { outcome: 'Declined', counts: 'Meaningful', ...at('2026-01-01') },
    ];
    const own = outcomeDefinitions(rules, TODAY).filter(({ source }) => source === 'Outcomes');
    expect(own.map(({ outcome, counts, status }) => `${outcome}: ${counts}, ${status}`)).toEqual([
      'Zoom: Meaningful, replaced',
      'Zoom: Not meaningful, in force',
      'Answered: Meaningful, in force',
      'Blocked: Not meaningful, to come',
      'Declined: Meaningful, in force',
    ]);
    const all = outcomeDefinitions(rules, TODAY).map(({ outcome }) => outcome);
    expect(all.indexOf('Zoom')).toBe(DEFAULT_NOT_MEANINGFUL.length);
    expect(all.slice(0, DEFAULT_NOT_MEANINGFUL.length)).toEqual([...DEFAULT_NOT_MEANINGFUL].sort());
  });

  test('the line in force is the one that rows of today go by', () => {
    const rule = fc.record({
      outcome: fc.constantFrom('Voicemail', 'Busy', 'Ghosted'),
      counts: fc.constantFrom<OutcomeRule['counts'][]>('Meaningful', 'Not meaningful'),
      from: fc.integer({ min: TODAY - 3, max: TODAY + 3 }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (rules) => {
        const means = exclusionList(rules);
        const inForce = outcomeDefinitions(rules, TODAY).filter(({ status }) => status === 'in force');
        for (const { outcome, counts } of inForce) expect(means(outcome, TODAY)).toBe(counts.toLowerCase());
        expect(new Set(inForce.map(({ outcome }) => outcome.toLowerCase())).size).toBe(inForce.length);
      }),
    );
  });
});
