import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUESTION_KINDS, questionsFor } from '../../../lambdas/domain/agenda/questions.ts';
import { SIGNALS } from '../../../lambdas/domain/deals/deal-signals.ts';

const STEP = fc.constantFrom(0 as const, 1 as const, 2 as const);
const SIGNAL_LIST = fc.subarray([...SIGNALS]);

test('one of each kind: to ask now, and two in reserve; the same for the same deal and day', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(60_000), STEP, SIGNAL_LIST, (key, day, step, signals) => {
      const questions = questionsFor({ key, step, signals }, day, new Set());
      expect(questions.map(({ kind }) => kind).sort()).toEqual([...QUESTION_KINDS].sort());
      expect(questions.every(({ words }) => words.endsWith('?'))).toBe(true);
      expect(questionsFor({ key, step, signals }, day, new Set())).toEqual(questions);
    }),
  );
});

test('the first is about the first reason', () => {
  const first = (...signals: (typeof SIGNALS)[number][]) =>
    questionsFor({ key: 'a', step: 2, signals }, 1, new Set())[0].kind;
  expect([first('stale', 'big'), first('newly asked'), first('big', 'overdue'), first()]).toEqual([
    'velocity',
    'solution',
    'situation',
    'situation',
  ]);
});

test('what keeps a deal from moving is asked by its reason, what it is about and what it solves is not', () => {
  const wordsOf = (signal: 'stale' | 'slipped', kind: (typeof QUESTION_KINDS)[number]) =>
    new Set(
      Array.from({ length: 300 }, (_, day) => questionsFor({ key: 'a', step: 2, signals: [signal] }, day, new Set()))
        .flat()
        .flatMap((question) => (question.kind === kind ? [question.words] : [])),
    );
  for (const kind of ['situation', 'solution'] as const)
    expect(wordsOf('stale', kind)).toEqual(wordsOf('slipped', kind));
  const [stale, slipped] = [wordsOf('stale', 'velocity'), wordsOf('slipped', 'velocity')];
  expect([...stale].filter((words) => slipped.has(words))).toEqual([]);
});

test('a rep with three stale deals is not asked the same thing twice', () => {
  fc.assert(
    fc.property(fc.nat(60_000), STEP, (day, step) => {
      const asked = new Set<string>();
      const words = ['a', 'b', 'c'].flatMap((key) =>
        questionsFor({ key, step, signals: ['stale'] }, day, asked).map((question) => question.words),
      );
      expect(new Set(words).size).toBe(9);
    }),
  );
});

test('every question comes up as days go by', () => {
  const seen = new Set<string>();
  for (let day = 0; day < 400; day++) {
    for (const signal of SIGNALS) {
      for (const step of [0, 1, 2] as const) {
        for (const { words } of questionsFor({ key: 'deal', step, signals: [signal] }, day, new Set())) seen.add(words);
      }
    }
  }
  // 12 + 11 about situation and solution, 9 that keep moving, 14 by reason.
  expect(seen.size).toBe(12 + 11 + 9 + 14);
});
