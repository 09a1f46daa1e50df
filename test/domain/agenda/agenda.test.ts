import { describe, expect, test } from 'vitest';
import { agendaFor, fixAgenda } from '../../../lambdas/domain/agenda/agenda.ts';
import { agendaKey } from '../../../lambdas/domain/agenda/agenda-key.ts';
import { agendasShown, agendasToFix } from '../../../lambdas/domain/agenda/agendas.ts';
import type { FixedAgenda } from '../../../lambdas/domain/weeks/facts.ts';
import { agendaFigures, deal, silent, TODAY, weeksOf } from '../../support/agendas.ts';
import { day } from '../../support/rows.ts';

const STALE = silent(30);
const ben = { lastReps: ['r:ben'] };
const DEALS = [
  ...['Acme', 'Birch', 'Cedar', 'Dune'].map((name, i) => deal(name, { ...STALE, amount: 100 - i })),
  deal('Elm', { ...STALE, ...ben }),
  deal('Fir', { ...STALE, lastReps: ['r:cas'] }),
  deal('Gorse', { ...STALE, lastReps: [] }),
];
const figures = agendaFigures(DEALS);
const prospects = (agenda: ReturnType<typeof agendaFor>) =>
  Object.fromEntries(agenda.reps.map(({ name, deals }) => [name, deals.map(({ line }) => line.prospect)]));

describe('an agenda', () => {
  test('two or three notable deals for each rep who is there, with reasons and questions', () => {
    const agenda = agendaFor(figures, 'Inside', TODAY, []);
    expect(prospects(agenda)).toEqual({ Ana: ['Acme', 'Birch', 'Cedar'], Ben: ['Elm'] });
    const deals = agenda.reps.flatMap((rep) => rep.deals);
    expect(
      deals.every(({ signals, questions, again }) => signals[0] === 'stale' && questions.length === 3 && !again),
    ).toBe(true);
    expect(agenda.budget.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20);
  });

  test('tells what was done since the last meeting, by day, beside what was said', () => {
    const weeks = weeksOf({
      days: [
        ['r:ana', TODAY - 4, [['msis', 9]]],
        [
          'r:ana',
          TODAY - 1,
          [
            ['msis', 5],
            ['attempts', 4],
            ['asks', 1],
          ],
        ],
        ['r:ana', TODAY, [['msis', 7]]],
      ],
    });
    const Meetings = [
      ['Date', 'Segment', 'Held', 'Ana'],
      [TODAY, 'Inside', 'Yes', 6],
    ];
    const [ana, second] = agendaFor(agendaFigures([], { Meetings }, weeks), 'Inside', TODAY, []).reps;
    expect([ana?.done.msis, ana?.done.attempts, ana?.done.asks, ana?.stated]).toEqual([5, 4, 1, 6]);
    expect(ana?.days).toEqual([[TODAY - 1, 5]]);
    expect([ana?.eligible, second?.eligible]).toEqual([1, 1]);
    expect([second?.name, second?.done.msis, second?.stated, second?.days]).toEqual(['Ben', 0, undefined, []]);
  });

  test('who does not work that day is away', () => {
    const Calendar = [
      ['Date', 'Rep', 'Kind'],
      [TODAY, 'Ana', 'Leave'],
    ];
    const agenda = agendaFor(agendaFigures(DEALS, { Calendar }), 'Inside', TODAY, []);
    expect([agenda.away, prospects(agenda)]).toEqual([['Ana'], { Ben: ['Elm'] }]);
  });

  test('a deal of the last meeting comes again only when no other qualifies', () => {
    const last = fixAgenda(agendaFor(figures, 'Inside', TODAY - 1, []));
    const agenda = agendaFor(figures, 'Inside', TODAY, [last]);
    expect(prospects(agenda)).toEqual({ Ana: ['Dune', 'Acme', 'Birch'], Ben: ['Elm'] });
    expect(agenda.reps[0]?.deals.map(({ again }) => again)).toEqual([false, true, true]);
  });

  test('a meeting that was not held discussed nothing', () => {
    const Meetings = [
      ['Date', 'Segment', 'Held'],
      [TODAY - 1, 'Inside', 'No'],
    ];
    const last = fixAgenda(agendaFor(figures, 'Inside', TODAY - 1, []));
    expect(prospects(agendaFor(agendaFigures(DEALS, { Meetings }), 'Inside', TODAY, [last])).Ana?.[0]).toBe('Acme');
  });

  test('once fixed keeps its deals and drill for the day, whatever happens to them', () => {
    const Drills = [
      ['Drill', 'Script'],
      ['Silence', 'Say nothing.'],
      ['Hello', 'Say hello.'],
    ];
    const fixed: FixedAgenda = {
      segment: 'Inside',
      day: TODAY,
      deals: [
        ['r:ana', [DEALS[3], DEALS[0]].flatMap((line) => (line ? [agendaKey(line)] : []))],
        ['r:ben', ['gone\u001f\u001f1']],
      ],
      drill: 'hello',
    };
    const worked = DEALS.map((line) => (line.prospect === 'Dune' ? deal('Dune') : line));
    const agenda = agendaFor(agendaFigures(worked, { Drills }), 'Inside', TODAY, [fixed]);
    expect(prospects(agenda)).toEqual({ Ana: ['Dune', 'Acme'], Ben: [] });
    expect(agenda.reps[0]?.deals[0]?.signals).toEqual([]);
    expect([agenda.decidedSince, agenda.drill]).toEqual([1, { name: 'Hello', script: 'Say hello.' }]);
    // Another segment and another day have their own.
    expect(prospects(agendaFor(figures, 'Field', TODAY, [fixed]))).toEqual({ Cas: ['Fir'] });
  });

  test('with the weakest step of those who are invited, and a drill for it that is remembered', () => {
    const Drills = [
      ['Drill', 'Trains', 'Script'],
      ['Hello', 'Attempt', 'Say hello.'],
      ['Silence', 'Close', 'Say nothing.'],
    ];
    const weeks = weeksOf({ cohorts: [['r:ana', TODAY - 1 - 7 * 5, { ownAsks: 20, ownAsksOn: 1 }]] });
    weeks.get(TODAY - 1 - 7 * 5)?.daysToClose.set(7, 1);
    const agenda = agendaFor(agendaFigures([], { Drills }, weeks), 'Inside', TODAY, []);
    expect(agenda.weakest).toEqual({ step: 2, now: { x: 1, n: 20 }, usual: 0.3 });
    expect(agenda.drill?.name).toBe('Silence');
    expect(fixAgenda(agenda)).toStrictEqual({
      ...{ segment: 'Inside', day: TODAY, drill: 'Silence' },
      deals: [
        ['r:ana', []],
        ['r:ben', []],
      ],
    });
    // Of those in the field nothing is known.
    const field = agendaFor(agendaFigures([], { Drills }, weeks), 'Field', TODAY, []);
    expect([field.weakest, field.drill?.name]).toEqual([undefined, 'Hello']);
    expect('drill' in fixAgenda(agendaFor(figures, 'Inside', TODAY, []))).toBe(false);
  });

  test('newly asked is what was asked since the last meeting of the segment', () => {
    const asked = (on: number, lastReps = ['r:ana']) =>
      deal('Acme', { lastReps, amount: 5, reached: [TODAY - 30, TODAY - 25, on] });
    const signals = (segment: 'Inside' | 'Field', line: ReturnType<typeof asked>) =>
      agendaFor(agendaFigures([line]), segment, TODAY, []).reps.flatMap(({ deals }) => deals.map((one) => one.signals));
    expect(signals('Inside', asked(TODAY - 1))).toEqual([['newly asked']]);
    expect(signals('Inside', asked(TODAY - 2))).toEqual([]);
    // The field met on Thursday.
    expect(signals('Field', asked(TODAY - 2, ['r:cas']))).toEqual([['newly asked']]);
  });

  test('a deal that a rep works with somebody of another segment is theirs too', () => {
    const both = agendaFigures([deal('Acme', { ...STALE, lastReps: ['r:cas', 'r:ana'] })]);
    expect(prospects(agendaFor(both, 'Inside', TODAY, []))).toEqual({ Ana: ['Acme'], Ben: [] });
    expect(prospects(agendaFor(both, 'Field', TODAY, []))).toEqual({ Cas: ['Acme'] });
  });

  test('does not depend on the order of deals', () => {
    const reversed = { ...figures, openDeals: DEALS.toReversed() };
    expect(agendaFor(reversed, 'Inside', TODAY, [])).toEqual(agendaFor(figures, 'Inside', TODAY, []));
  });

  test('without a Team tab: everybody who sells, in one meeting', () => {
    const one = { ...agendaFigures(DEALS, { Team: [] }), names: { 'r:ana': 'ANA' } };
    expect(prospects(agendaFor(one, '', TODAY, []))).toEqual({
      ANA: ['Acme', 'Birch', 'Cedar'],
      ben: ['Elm'],
      cas: ['Fir'],
    });
  });

  test('above four reps each has two deals', () => {
    const Team = [['Rep'], ...['Ana', 'Ben', 'Cas', 'Dot', 'Eve', 'Flo', 'Gus'].map((name) => [name])];
    const agenda = agendaFor(agendaFigures(DEALS, { Team }), '', TODAY, []);
    expect(agenda.groups).toEqual([
      ['Ana', 'Ben', 'Cas', 'Dot'],
      ['Eve', 'Flo', 'Gus'],
    ]);
    expect(agenda.reps.map(({ deals }) => deals.length)).toEqual([3, 1, 1, 0, 0, 0, 0]);
  });
});

describe('the agendas of a day', () => {
  test('today’s where the segment meets, with the next day named; else the next one', () => {
    // On Wednesday the field does not meet.
    const shown = agendasShown({ ...figures, today: TODAY + 1 }, []);
    expect(shown.map(({ segment, agenda, next }) => [segment, agenda?.day, next])).toEqual([
      ['Inside', TODAY + 1, TODAY + 2],
      ['Field', TODAY + 2, undefined],
    ]);
  });

  test('none in sight', () => {
    const Team = [
      ['Rep', 'Segment', 'Start date'],
      ['Ana', 'Inside', day('2027-11-17')],
    ];
    expect(agendasShown(agendaFigures([], { Team }), [])).toEqual([{ segment: 'Inside' }]);
  });

  test('are fixed once, for the segments that meet today', () => {
    const fixed = agendasToFix(figures, []);
    expect(
      fixed.map(({ segment, day: on, deals }) => [segment, on, deals.map(([rep, keys]) => [rep, keys.length])]),
    ).toEqual([
      [
        'Inside',
        TODAY,
        [
          ['r:ana', 3],
          ['r:ben', 1],
        ],
      ],
      ['Field', TODAY, [['r:cas', 1]]],
    ]);
    expect(agendasToFix(figures, fixed)).toEqual([]);
    expect(agendasToFix(figures, fixed.slice(0, 1)).map(({ segment }) => segment)).toEqual(['Field']);
    expect(agendasToFix({ ...figures, today: TODAY + 1 }, fixed).map(({ segment }) => segment)).toEqual(['Inside']);
    // What is fixed gives the same agenda again.
    expect(agendaFor(figures, 'Inside', TODAY, fixed)).toEqual(agendaFor(figures, 'Inside', TODAY, []));
  });
});
