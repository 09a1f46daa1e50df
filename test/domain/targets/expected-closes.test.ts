import { expect, test } from 'vitest';
import { byExpectedCloses, expectedCloses } from '../../../lambdas/domain/targets/expected-closes.ts';

const RATES = { opportunitiesPerAttempt: 0.5, asksPerOpportunity: 0.4, closesPerAsk: 0.25, followUpsPerStart: 7 };
const DONE = { attempts: 100, followUps: 77, opportunities: 30, asks: 20, closes: 9 };

test('each step foretells closes, and the readings are averaged: 5, 3 and 5', () => {
  // 100 x 0.5 x 0.4 x 0.25 = 5; 30 x 0.4 x 0.25 = 3; 20 x 0.25 = 5
  expect(expectedCloses(DONE, { ...RATES, start: 'attempt' })).toBeCloseTo(13 / 3);
});

test('who starts at Opportunity has two: 3 and 5', () => {
  expect(expectedCloses(DONE, { ...RATES, start: 'opportunity' })).toBeCloseTo(4);
});

test('reps are ordered by them, most first; equal ones as they were', () => {
  const closes: Readonly<Record<string, number>> = { a: 1, b: 3, c: 1, d: 2 };
  expect(byExpectedCloses(['a', 'b', 'c', 'd'], (rep) => closes[rep] ?? 0)).toEqual(['b', 'd', 'a', 'c']);
  expect(byExpectedCloses(['c', 'a'], (rep) => closes[rep] ?? 0)).toEqual(['c', 'a']);
});
