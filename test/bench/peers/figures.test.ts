import { expect, it } from 'vitest';
import type { Turn } from './arena.ts';
import { figuresOf } from './figures.ts';

const turn = (stored: number, writeUnits: number, more: Partial<Turn> = {}): Turn => ({
  seconds: stored + 1,
  steps: new Map([['stored', stored]]),
  report: { peakMb: 100, processorSeconds: stored, writeUnits, readUnits: 0, waitedFor: 0 },
  calls: 3,
  serverSeconds: 1,
  ...more,
});

it('tells ours as the median of our turns, and as a share of the best of the others', () => {
  const ours = [turn(2, 10), turn(9, 10), turn(3, 10)];
  const theirs = new Map([
    ['slow', turn(60, 100)],
    ['fast', turn(30, 200)],
  ]);
  const figures = figuresOf(new Map([['first load', { ours, theirs }]]), new Map());
  expect(figures).toMatchObject({
    'first load: leadsheet': { value: 3, unit: 's' },
    'first load: fast': { value: 30, unit: 's' },
    'first load, of the fastest': { value: 0.1, unit: 'x' },
    'first load, write units, of the fewest': { value: 0.1, unit: 'x' },
    'first load, with all report tabs: leadsheet': { value: 4, unit: 's' },
  });
});

it('tells when rows were read, and what a rate limit would have added', () => {
  const report = { peakMb: 1, processorSeconds: 1, writeUnits: 1, readUnits: 0, waitedFor: 900 };
  const steps = new Map([
    ['read', 4],
    ['stored', 9],
  ]);
  const works = new Map([
    ['unchanged', { ours: [turn(1, 0)], theirs: new Map([['tap', turn(9, 1, { steps, report })]]) }],
  ] as const);
  expect(figuresOf(works, new Map([['tap', 5]]))).toMatchObject({
    'unchanged, rows read: tap': { value: 4, unit: 's' },
    'unchanged, rate limit beside it: tap': { value: 900, unit: 's' },
    'one row typed, until the tabs: tap': { value: 5, unit: 's' },
  });
});
