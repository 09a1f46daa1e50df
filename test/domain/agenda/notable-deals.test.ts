import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaKey } from '../../../lambdas/domain/agenda/agenda-key.ts';
import {
  isNotable,
  notableDeals,
  type ScoredDeal,
  scoredDeal,
  WEIGHTS,
} from '../../../lambdas/domain/agenda/notable-deals.ts';
import { SIGNALS } from '../../../lambdas/domain/deals/deal-signals.ts';
import { agendaFigures, deal, silent, TODAY } from '../../support/agendas.ts';

const NOTHING = { last: new Set<string>(), before: [] };

/** Ana's deal with signals and a score, without what they come from. */
const scored = (name: string, score: number, other: Partial<ScoredDeal> = {}): ScoredDeal => ({
  line: deal(name),
  step: 2,
  signals: ['stale'],
  score,
  ...other,
});
const namesOf = (chosen: ReadonlyMap<string, readonly ScoredDeal[]>, rep = 'r:ana') =>
  (chosen.get(rep) ?? []).map(({ line }) => line.prospect);
const keysOf = (...names: string[]) => new Set(names.map((name) => agendaKey(deal(name))));

test('the score is the sum of the weights; attempts come after opportunities and asks', () => {
  const ask = deal('Acme', { ...silent(20), slips: 1 });
  const lead = deal('Birch', { ...silent(20), slips: 1, reached: [TODAY - 30] });
  const fresh = deal('Cedar', { reached: [TODAY - 5, TODAY - 4, TODAY - 1] });
  const figures = agendaFigures([ask, lead, fresh]);
  const standards = { ...figures.standards, lastMeeting: () => TODAY - 1 };
  const of = figures.openDeals.map((line) => scoredDeal(line, standards));
  expect(of.map(({ signals, score }) => [signals, score])).toEqual([
    [['stale', 'slipped'], 10 + 20 + 10],
    [['stale', 'slipped'], -100 + 20 + 10],
    [['newly asked'], 10 + 30],
  ]);
  expect(namesOf(notableDeals(of, ['r:ana'], 3, NOTHING))).toEqual(
    // Equal scores and no amounts: by key.
    ['Acme', 'Cedar', 'Birch'],
  );
});

test('of overdue, stale and stuck the heaviest counts once', () => {
  const dead = deal('Acme', { ...silent(20), nextStep: { text: 'Call', on: TODAY - 20, due: TODAY - 9 } });
  const { signals, score } = scoredDeal(dead, { ...agendaFigures([dead]).standards, lastMeeting: () => TODAY });
  expect([signals, score]).toEqual([['overdue', 'stale'], 10 + 25]);
});

test('signals are told in the order of their weights', () => {
  const weights = SIGNALS.map((signal) => WEIGHTS[signal]);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test('a missing next step alone is no reason', () => {
  expect(isNotable(scored('a', 0, { signals: ['no next step'] }))).toBe(false);
  expect(isNotable(scored('a', 0, { signals: ['no next step', 'slipped'] }))).toBe(true);
});

describe('the choice', () => {
  test('by score, then amount, then key', () => {
    const deals = [
      scored('a', 10),
      scored('b', 10, { line: deal('b', { amount: 5 }) }),
      scored('c', 20),
      scored('d', 10, { line: deal('d', { amount: 7 }) }),
    ];
    expect(namesOf(notableDeals(deals, ['r:ana'], 9, NOTHING))).toEqual(['c', 'd', 'b', 'a']);
  });

  test('none of the last meeting while others qualify, then those too', () => {
    const deals = [scored('a', 90), scored('b', 80), scored('c', 1), scored('d', 0, { signals: [] })];
    const discussed = { last: keysOf('a', 'b'), before: [] };
    expect(namesOf(notableDeals(deals, ['r:ana'], 1, discussed))).toEqual(['c']);
    expect(namesOf(notableDeals(deals, ['r:ana'], 3, discussed))).toEqual(['c', 'a', 'b']);
  });

  test('a deal that was discussed again and again makes room', () => {
    const deals = [scored('a', 50), scored('b', 35)];
    const discussed = (times: number) => ({ last: new Set<string>(), before: new Array(times).fill(keysOf('a')) });
    expect(namesOf(notableDeals(deals, ['r:ana'], 1, discussed(1)))).toEqual(['a']);
    expect(namesOf(notableDeals(deals, ['r:ana'], 1, discussed(2)))).toEqual(['b']);
  });

  test('a deal of two reps is discussed once', () => {
    const shared = scored('a', 50, { line: deal('a', { lastReps: ['r:ben', 'r:ana'] }) });
    const chosen = notableDeals([shared, scored('b', 1)], ['r:ana', 'r:ben'], 2, NOTHING);
    expect([namesOf(chosen), namesOf(chosen, 'r:ben')]).toEqual([['a', 'b'], []]);
  });
});

test('whatever the deals: notable, of the rep, at most so many, no repeats while others qualify, order irrelevant', () => {
  const oneDeal = fc.record({
    score: fc.integer({ min: -100, max: 100 }),
    signals: fc.subarray([...SIGNALS]),
    reps: fc.subarray(['r:ana', 'r:ben', 'r:cas']),
    last: fc.boolean(),
    before: fc.boolean(),
    amount: fc.option(fc.nat(1000), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(oneDeal, { maxLength: 30 }), fc.constantFrom(2, 3), (list, most) => {
      const deals = list.map(({ score, signals, reps, amount }, i) =>
        scored(`deal ${i}`, score, {
          signals,
          line: deal(`deal ${i}`, { lastReps: reps, ...(amount !== undefined && { amount }) }),
        }),
      );
      const named = (when: 'last' | 'before') =>
        keysOf(...list.flatMap((each, i) => (each[when] ? [`deal ${i}`] : [])));
      const discussed = { last: named('last'), before: [named('before')] };
      const reps = ['r:ana', 'r:ben'];
      const chosen = notableDeals(deals, reps, most, discussed);
      const all = [...chosen.values()].flat().map(({ line }) => line.prospect);
      expect(new Set(all).size).toBe(all.length);
      for (const rep of reps) {
        const own = namesOf(chosen, rep);
        expect(own.length).toBeLessThanOrEqual(most);
        const qualify = list.flatMap((each, i) => {
          const reason = each.signals.some((signal) => signal !== 'no next step');
          return reason && each.reps.includes(rep) ? [`deal ${i}`] : [];
        });
        expect(qualify).toEqual(expect.arrayContaining(own));
        // Nobody waits while there is room, and no repeated deal takes the place of a fresh one.
        const waiting = qualify.filter((name) => !all.includes(name));
        const again = (name: string): boolean => list[Number(name.slice(5))]?.last ?? false;
        if (own.length < most) expect(waiting).toEqual([]);
        if (own.some(again)) expect(waiting.filter((name) => !again(name))).toEqual([]);
      }
      expect(notableDeals(deals.toReversed(), reps, most, discussed)).toEqual(chosen);
    }),
  );
});
