import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlYardstick } from '../../../lambdas/domain/targets/control-yardstick.ts';
import { inMyControl } from '../../../lambdas/domain/targets/in-my-control.ts';
import { targetBasis } from '../../../lambdas/domain/targets/target-basis.ts';
import type { Figures } from '../../../lambdas/domain/weeks/figures.ts';
import { figuresOf } from '../../../lambdas/domain/weeks/figures.ts';
import { serial } from '../../support/trees.ts';
import { Rollups, rulesWith, teamTab } from '../../support/week-rollups.ts';

const done = (amounts: Partial<Figures>): Figures => ({ ...figuresOf([]), ...amounts });
const RATES = {
  start: 'attempt',
  opportunitiesPerAttempt: 0.25,
  asksPerOpportunity: 0.5,
  closesPerAsk: 0.2,
  followUpsPerStart: 0,
} as const;
/** 40 attempts, 10 opportunities, 5 asks and a close of 1000.00 would do. */
const YARDSTICK = { rates: RATES, dealSize: 100_000, revenue: 100_000 };
const split = (amounts: Partial<Figures>, revenue = YARDSTICK.revenue) =>
  inMyControl(done(amounts), { ...YARDSTICK, revenue }, 'Apart');

describe('what is in my control', () => {
  test('half the calls at the usual ratios: all of the gap is activity', () => {
    const control = split({ attempts: 40, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 }, 200_000);
    expect(control).toMatchObject({ gap: -100_000, afterSale: 0 });
    expect(control?.parts.map(({ part }) => part)).toEqual([-100_000, 0, 0, 0, 0]);
    expect(control?.largest).toMatchObject({ to: 'attempts', actual: 40, expected: 80 });
  });

  test('four times the calls for the same closes: the ratio is the gap, and the calls outweigh it', () => {
    const control = split({ attempts: 160, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 }, 200_000);
    // L = -100 000 / ln 0.5 = 144 270; ln (160/80) = 0.6931, ln (1/16 : 1/4) = -1.3863.
    expect(control?.parts.map(({ part }) => part)).toEqual([100_000, -200_000, 0, 0, 0]);
    expect(control?.largest).toMatchObject({ from: 'attempts', to: 'opportunities', cases: 160 });
  });

  test('no close yet: attempts and so on one after the other, down to the ratio that is 0', () => {
    const control = split({ attempts: 80, opportunities: 20, asks: 10 });
    expect(control?.parts.map(({ part }) => part)).toEqual([100_000, 0, 0, -200_000, 0]);
    expect(control?.largest).toMatchObject({ from: 'asks', to: 'closes' });
  });

  test('nothing done at all: the gap is activity', () => {
    expect(split({})?.parts.map(({ part }) => part)).toEqual([-100_000, 0, 0, 0, 0]);
  });

  test('asks that nobody typed: closes per opportunity', () => {
    const control = split({ attempts: 40, opportunities: 10, closes: 1, closeAmount: 100_000 });
    expect(control?.parts.map(({ from, to }) => [from, to])).toEqual([
      [undefined, 'attempts'],
      ['attempts', 'opportunities'],
      ['opportunities', 'closes'],
      ['closes', 'revenue'],
    ]);
    expect(control?.gap).toBe(0);
    expect(control?.largest).toBeUndefined();
  });

  test('attempts that nobody typed are left out though nothing closed yet; so are those of who starts at Opportunity', () => {
    const steps = (amounts: Partial<Figures>, start: 'attempt' | 'opportunity') =>
      inMyControl(done(amounts), { ...YARDSTICK, rates: { ...RATES, start } }, 'Apart')?.parts.map(({ to }) => to);
    const chain = ['opportunities', 'asks', 'closes', 'revenue'];
    expect(steps({ opportunities: 10, asks: 5 }, 'attempt')).toEqual(chain);
    expect(steps({ attempts: 40, opportunities: 10, asks: 5 }, 'opportunity')).toEqual(chain);
    expect(steps({ attempts: 40, opportunities: 10, asks: 5 }, 'attempt')).toEqual(['attempts', ...chain]);
  });

  test('where more came than was expected nothing is the largest of what is short', () => {
    const control = split({ attempts: 40, opportunities: 5, asks: 5, closes: 2, closeAmount: 300_000 });
    expect(control?.gap).toBeGreaterThan(0);
    expect(Math.min(...(control?.parts ?? []).map(({ part }) => part))).toBeLessThan(0);
    expect(control && 'largest' in control).toBe(false);
  });

  test('cancellations are a part of their own', () => {
    const rows = { attempts: 40, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 };
    expect(split({ ...rows, cancelledAmount: 30_000, renewedAmount: 10_000 })).toMatchObject({
      gap: -20_000,
      afterSale: -20_000,
    });
  });

  test('nothing expected yet: no answer', () => {
    expect(split({ attempts: 10 }, 0)).toBeUndefined();
  });

  test('the parts sum to the gap exactly, whatever was done, typed or left out', () => {
    const n = fc.oneof(fc.constant(0), fc.nat(300));
    const figures = fc.record({
      attempts: n,
      opportunities: n,
      asks: n,
      closes: n,
      closeAmount: fc.integer({ min: -5_000, max: 9_000_000 }),
      cancelledAmount: fc.nat(100_000),
      renewedAmount: fc.nat(100_000),
    });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 20_000_000 }), (amounts, revenue) => {
        const control = split(amounts, revenue);
        const net = amounts.closeAmount - amounts.cancelledAmount + amounts.renewedAmount;
        const sum = (control?.parts ?? []).reduce((total, { part }) => total + part, control?.afterSale ?? 0);
        expect(sum).toBe(net - revenue);
        expect(control?.gap).toBe(net - revenue);
      }),
    );
  });
});

describe('what it is held against', () => {
  const Team = teamTab('Ana', 'Ben', 'Cy');
  const good = { attempts: 40, opportunities: 10, asks: 5, closes: 1, closeAmount: 100_000 };
  const of = (rollups: Rollups) => {
    const rules = rulesWith([], { Team });
    return controlYardstick(targetBasis(rollups.weeks, rules, serial('2026-11-16')), 'r:ana', rules.settings);
  };

  test('what the others of the segment do, so that poor ratios are not taken for given', () => {
    const rollups = new Rollups()
      .weekly('2026-05-18', '2026-11-09', 'Ana', { attempts: 125, opportunities: 3, asks: 3, closeAmount: 0 })
      .weekly('2026-05-18', '2026-11-09', 'Ben', good);
    expect(of(rollups)).toMatchObject({
      from: { opportunities: 'segment', asks: 'segment', closes: 'segment' },
      dealSize: 100_000,
      rates: { opportunitiesPerAttempt: 0.25 },
    });
  });

  test('an own deal, where those of the others brought nothing', () => {
    const rollups = new Rollups().weekly('2026-05-18', '2026-11-09', 'Ben', { ...good, closeAmount: 0 });
    const rules = rulesWith([], {
      Team: [
        ['Rep', 'Segment', 'Average deal'],
        ['Ana', 'Inside', 500],
        ['Ben', 'Inside'],
      ],
    });
    const basis = targetBasis(rollups.weeks, rules, serial('2026-11-16'));
    expect(controlYardstick(basis, 'r:ana', rules.settings)?.dealSize).toBe(50_000);
  });

  test('the own 26 weeks of who gets more out of an attempt than they do', () => {
    const rollups = new Rollups()
      .weekly('2026-05-18', '2026-11-09', 'Ana', { ...good, attempts: 20 })
      .weekly('2026-05-18', '2026-11-09', 'Ben', good);
    expect(of(rollups)?.from).toEqual({ opportunities: 'own', asks: 'own', closes: 'own' });
    expect(of(rollups)?.rates.opportunitiesPerAttempt).toBeCloseTo((260 + 4) / 530); // below 3 peers the default 0.4
  });

  test('below 20 cases of theirs the own 26 weeks, and below 20 of these the default', () => {
    const alone = new Rollups().weekly('2026-05-18', '2026-11-09', 'Ana', good);
    expect(of(alone)?.from).toEqual({ opportunities: 'own', asks: 'own', closes: 'own' });
    expect(of(alone)?.rates.closesPerAsk).toBeCloseTo(29 / 140); // (26 + 3) / (130 + 10)
    expect(of(new Rollups().weekly('2026-11-09', '2026-11-09', 'Ana', good))).toMatchObject({
      from: { opportunities: 'own', asks: 'default', closes: 'default' },
      rates: { opportunitiesPerAttempt: 0.25, asksPerOpportunity: 0.6, closesPerAsk: 0.3 },
    });
  });
});
