import { describe, expect, test } from 'vitest';
import type { DealLine } from '../../../lambdas/domain/deals/deal-line.ts';
import { daysSilent, isStalled, signalsOf } from '../../../lambdas/domain/deals/deal-signals.ts';
import { emptyWeek, stepDaysKey } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { agendaFigures, deal, type InputTabs, silent, TODAY } from '../../support/agendas.ts';
import { day } from '../../support/rows.ts';

/** Nearest rank: gaps 2, 3, 12, 40 -> the 75th percentile is 12; in step ask 10, 20, 60 days -> the median is 20. */
const WON = emptyWeek();
for (const gap of [2, 3, 12, 40]) WON.gaps.set(gap, 1);
for (const days of [10, 20, 60]) WON.stepDays.set(stepDaysKey(2, days), 1);
const WEEKS = new Map([[TODAY - 1 - 7 * 10, WON]]);

function signals(line: DealLine, options: { tabs?: InputTabs; others?: DealLine[]; learned?: boolean } = {}): string[] {
  const figures = agendaFigures([line, ...(options.others ?? [])], options.tabs, options.learned ? WEEKS : new Map());
  return signalsOf(line, { ...figures.standards, lastMeeting: () => TODAY - 1 });
}

test('nothing is notable about a deal that is on its way', () => {
  expect(signals(deal('Acme'))).toEqual([]);
});

describe('stale', () => {
  // From Tuesday 17 November back: 10 working days are Tuesday 3 November.
  test.each<[string, Partial<DealLine>, boolean]>([
    ['10 working days', silent(14), false],
    ['11 working days', silent(15), true],
    [
      '11 working days with a step ahead',
      { ...silent(15), nextStep: { text: 'Demo', on: TODAY - 15, due: TODAY } },
      false,
    ],
    [
      '11 working days with a step that has passed',
      { ...silent(15), nextStep: { text: '', on: TODAY - 15, due: TODAY - 1 } },
      true,
    ],
  ])('%s', (_, other, stale) => {
    expect(signals(deal('Acme', other)).includes('stale')).toBe(stale);
  });

  test('deals of this team that needed longer raise the limit', () => {
    expect(signals(deal('Acme', silent(16)), { learned: true })).not.toContain('stale');
    expect(signals(deal('Acme', silent(18)), { learned: true })).not.toContain('stale');
    expect(signals(deal('Acme', silent(19)), { learned: true })).toContain('stale');
  });

  test('a setting above them rules', () => {
    const Settings = [
      ['Setting', 'Value'],
      ['Stale after', 13],
    ];
    expect(signals(deal('Acme', silent(19)), { learned: true, tabs: { Settings } })).not.toContain('stale');
  });

  test('holidays, leave and days off of the owner do not count', () => {
    const Calendar = [
      ['Date', 'Rep', 'Kind'],
      [day('2026-11-16'), '', 'Holiday'],
      [day('2026-11-10'), 'Ana', 'Leave'],
      [day('2026-11-11'), 'Ana', 'Half day'],
    ];
    const at = (line: DealLine): number => {
      const figures = agendaFigures([line], { Calendar });
      return daysSilent(line, figures.standards);
    };
    expect(at(deal('Acme', silent(14)))).toBe(7.5);
    expect(at(deal('Acme', { ...silent(14), lastReps: ['r:ben'] }))).toBe(9);
    // Cas works Monday to Thursday.
    expect(at(deal('Acme', { ...silent(14), lastReps: ['r:cas'] }))).toBe(7);
    // Of two owners, who was there most; nobody's deal goes by the holidays of all.
    expect(at(deal('Acme', { ...silent(14), lastReps: ['r:cas', 'r:ben'] }))).toBe(9);
    expect(at(deal('Acme', { ...silent(14), lastReps: [] }))).toBe(9);
    expect(at(deal('Acme', { ...silent(0) }))).toBe(0);
  });
});

describe('stuck', () => {
  test('14 days longer in its step than the median of won deals', () => {
    const since = (days: number) => deal('Acme', { reached: [TODAY - 90, TODAY - 80, TODAY - days] });
    expect(signals(since(34), { learned: true })).toEqual([]);
    expect(signals(since(35), { learned: true })).toEqual(['stuck']);
  });

  test('cannot be told of a step that no won deal passed', () => {
    expect(signals(deal('Acme', { reached: [TODAY - 900, TODAY - 800] }), { learned: true })).toEqual([]);
  });
});

describe('the next step', () => {
  const step = (due: number, lastMsi: number) =>
    signals(deal('Acme', { lastMsi, nextStep: { text: 'Call', on: TODAY - 5, due } }), { others: [deal('Birch')] });
  test.each<[string, number, number, string[]]>([
    ['is due today', TODAY, TODAY - 5, []],
    ['was due yesterday', TODAY - 1, TODAY - 5, ['overdue']],
    ['was due yesterday, taken that day', TODAY - 1, TODAY - 1, ['no next step']],
    ['was due yesterday, taken today', TODAY - 1, TODAY, ['no next step']],
    ['lies ahead, something happened in between', TODAY + 4, TODAY - 1, []],
  ])('%s', (_, due, lastMsi, expected) => {
    expect(step(due, lastMsi)).toEqual(expected);
  });

  test('without a date is done by the next MSI', () => {
    const undated = (lastMsi: number) => deal('Acme', { lastMsi, nextStep: { text: 'Call', on: TODAY - 3 } });
    expect(signals(undated(TODAY - 3))).toEqual([]);
    expect(signals(undated(TODAY - 2))).toEqual(['no next step']);
  });

  test('is missed only by a team that types next steps', () => {
    const { nextStep: _, ...none } = deal('Acme');
    expect(signals(none)).toEqual([]);
    expect(signals(none, { others: [deal('Birch')] })).toEqual(['no next step']);
  });
});

describe('big', () => {
  const others = (...amounts: number[]) => amounts.map((amount, i) => deal(`Other ${i}`, { amount }));
  test('is the top decile of open amounts', () => {
    const nine = others(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(signals(deal('Acme', { amount: 10 }), { others: nine })).toEqual(['big']);
    expect(signals(deal('Acme', { amount: 9 }), { others: nine })).toEqual([]);
  });
  test('is nobody among fewer than ten, or among equals', () => {
    expect(signals(deal('Acme', { amount: 1000 }), { others: others(1, 2) })).toEqual([]);
    expect(signals(deal('Acme', { amount: 7 }), { others: others(...new Array(20).fill(7)) })).toEqual([]);
    expect(signals(deal('Acme'), { others: others(1, 2, 3) })).toEqual([]);
  });
});

test('newly asked: since the last meeting, whose day counts', () => {
  const asked = (on: number) => signals(deal('Acme', { reached: [TODAY - 9, TODAY - 8, on] }));
  expect(asked(TODAY - 2)).toEqual([]);
  expect(asked(TODAY - 1)).toEqual(['newly asked']);
  expect(asked(TODAY)).toEqual(['newly asked']);
});

test('slipped: its next step was put off', () => {
  expect(signals(deal('Acme', { slips: 2 }))).toEqual(['slipped']);
});

test('a deal stalls when it is stale, stuck or overdue', () => {
  expect(isStalled(['newly asked', 'big', 'slipped', 'no next step'])).toBe(false);
  expect([isStalled(['stale']), isStalled(['big', 'stuck']), isStalled(['overdue'])]).toEqual([true, true, true]);
});
