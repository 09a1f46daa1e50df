import { ACTIVITY_COLUMNS, type ActivityField, CHECK_COLUMN } from '../../../lambdas/domain/rows/activity-columns.ts';
import {
  CLOSE_EVENT_WORDS,
  KIND_NAMES,
  SELLING_KINDS,
  SUPPORT_KINDS,
  wordsOf,
} from '../../../lambdas/domain/rows/activity-kind.ts';
import { MAX_COUNT, MAX_MINUTES } from '../../../lambdas/domain/rows/row-problem.ts';
import { and, fits, isBlank, isFilled, isOneOf, not, or } from '../formulas.ts';
import { doubtfulDate, missing, notBetween } from '../marks.ts';
import { type At, type ColumnSpec, columnSpecs, type TabSpec } from '../tab-spec.ts';

const KINDS = [...SELLING_KINDS, ...SUPPORT_KINDS];
const ALL_WORDS = KINDS.flatMap(wordsOf);
const CHANNELS = ['Phone', 'Video', 'Screen share', 'Text message', 'E-mail', 'In person'];

const isClose = (at: At): string => isOneOf(at('activity'), wordsOf('close'));
const isSupport = (at: At): string => isOneOf(at('activity'), SUPPORT_KINDS.flatMap(wordsOf));

const columns = columnSpecs(ACTIVITY_COLUMNS, {
  date: {
    width: 95,
    note: 'The day it happened. A date; a row without one is rejected. A day to come is held until then.',
    takes: { kind: 'date' },
    marks: [missing('date', ['rep', 'prospect', 'activity', 'outcome']), ...doubtfulDate('date')],
  },
  rep: {
    width: 100,
    note: 'Who did it: a name, e-mail or alias of the tab Team. Several with ; between them.',
    takes: { kind: 'column', tab: 'Team', field: 'rep' },
    marks: [
      {
        look: 'caution',
        when: (at) => and(isBlank(at('rep')), isFilled(at('prospect'), at('activity'), at('outcome'))),
      },
    ],
  },
  prospect: {
    width: 170,
    note: 'With whom: the company or person. Needed for everything that is selling.',
    marks: [
      {
        look: 'bad',
        when: (at) =>
          and(isBlank(at('prospect')), isFilled(at('rep'), at('activity'), at('outcome')), not(isSupport(at))),
      },
    ],
  },
  deal: { width: 120, note: 'Only when one prospect has several deals: which one.' },
  activity: {
    width: 150,
    note: `What it was. Selling: ${SELLING_KINDS.map((kind) => KIND_NAMES[kind]).join(', ')}. Support: ${SUPPORT_KINDS.map((kind) => KIND_NAMES[kind]).join(', ')}. Short forms such as call, opp, fu will do.`,
    takes: { kind: 'list', choices: KINDS.map((kind) => KIND_NAMES[kind]) },
    marks: [
      { look: 'bad', when: (at) => and(isFilled(at('activity')), not(isOneOf(at('activity'), ALL_WORDS))) },
      { look: 'caution', when: (at) => and(isBlank(at('activity')), isFilled(at('date'), at('prospect'))) },
    ],
  },
  outcome: {
    width: 160,
    note: 'What came of it. The tab Outcomes says which outcomes do not count as meaningful; any other text counts. For a Close: Booked, Invoiced, Paid, Lost, Cancelled, Refunded or Renewed.',
    takes: { kind: 'column', tab: 'Outcomes', field: 'outcome' },
    marks: [
      {
        look: 'bad',
        when: (at) => and(isClose(at), isFilled(at('outcome')), not(isOneOf(at('outcome'), CLOSE_EVENT_WORDS))),
      },
      {
        look: 'caution',
        when: (at) => and(isBlank(at('outcome')), or(isClose(at), isOneOf(at('activity'), wordsOf('attempt')))),
      },
    ],
  },
  count: {
    width: 60,
    note: `How often, when one row stands for several: 26 for 26 voicemails. Blank = 1; at most ${MAX_COUNT}.`,
    takes: { kind: 'number', limits: [1, MAX_COUNT] },
    marks: [notBetween('count', [1, MAX_COUNT])],
  },
  amount: {
    width: 100,
    note: 'The money of an ask or a close, in the one currency of the team.',
    takes: { kind: 'amount' },
    marks: [
      {
        look: 'caution',
        when: (at) =>
          and(
            isBlank(at('amount')),
            or(
              isOneOf(at('activity'), wordsOf('ask')),
              and(isClose(at), not(fits(at('outcome'), '^(?:closed )?los[st]'))),
            ),
          ),
      },
    ],
  },
  channel: {
    width: 110,
    note: 'How: by phone, video, ... or any other text.',
    takes: { kind: 'list', choices: CHANNELS },
  },
  minutes: {
    width: 70,
    note: `How long it took, for the tab Time. One row a day for each kind of work is enough; at most ${MAX_MINUTES}.`,
    takes: { kind: 'number', limits: [0, MAX_MINUTES] },
    marks: [notBetween('minutes', [0, MAX_MINUTES], 'caution')],
  },
  nextStep: { width: 160, note: 'What was agreed to happen next.' },
  nextStepDate: {
    width: 105,
    note: 'When it happens. A deal with a date ahead is not called stale.',
    takes: { kind: 'date' },
    marks: doubtfulDate('nextStepDate'),
  },
  notes: { width: 220, note: 'Anything else. Leadsheet keeps it with the row.' },
});

const check: ColumnSpec = {
  ...CHECK_COLUMN,
  width: 230,
  note: 'Written by Leadsheet: whether the row counts, and if not, why. Leave it alone.',
  ours: true,
  marks: [
    { look: 'bad', when: (at) => fits(at('check'), '^rejected') },
    { look: 'muted', when: (at) => fits(at('check'), '^(?:not an msi|held)') },
    { look: 'good', when: (at) => fits(at('check'), '^✓') },
  ],
};

/** What a row needs, and whether it counts, in sight together, also on a phone; what is optional comes after. */
const FIRST: readonly ActivityField[] = ['date', 'rep', 'prospect', 'activity', 'outcome', 'amount'];
const comesFirst = ({ field }: ColumnSpec): boolean => FIRST.some((first) => first === field);

/** Where reps type. */
export const ACTIVITY: TabSpec = {
  name: 'Activity',
  about:
    'One row for each thing that a rep did. Date, Rep, Prospect, Activity, Outcome are enough; the rest is optional.',
  columns: [...columns.filter(comesFirst), check, ...columns.filter((column) => !comesFirst(column))],
};
