import { COUNTS, DEFAULT_NOT_MEANINGFUL } from '../../../lambdas/domain/inputs/exclusion-list.ts';
import { OUTCOMES_COLUMNS } from '../../../lambdas/domain/inputs/outcomes.ts';
import { CLOSE_EVENTS } from '../../../lambdas/domain/rows/activity-kind.ts';
import { doubtfulDate, missing, unknown } from '../marks.ts';
import { columnSpecs, type RowSpec, type TabSpec } from '../tab-spec.ts';

const [EXCLUDED, COUNTED] = COUNTS;
/** Common ones, so that the dropdown has them and nobody is asked to classify them. */
const MEANINGFUL = ['Interested', 'Not interested', 'Answered questions', 'Agreed next step', 'Needs time'];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const OUTCOMES: TabSpec = {
  name: 'Outcomes',
  about: 'Which outcomes are no meaningful interaction. The dropdown on Activity offers this list; add your own.',
  columns: columnSpecs(OUTCOMES_COLUMNS, {
    outcome: {
      width: 210,
      note: 'As reps type it; case does not matter. The dropdown on Activity offers it.',
      marks: [missing('outcome', ['counts', 'from'])],
    },
    counts: {
      width: 130,
      note: `${EXCLUDED}: the row is no meaningful selling interaction. ${COUNTED}: it is. Blank = ${EXCLUDED}.`,
      takes: { kind: 'list', choices: COUNTS },
      marks: [unknown('counts', COUNTS)],
    },
    from: {
      width: 100,
      note: 'The day from which the line holds. Blank = always. To change your mind without changing the past, add a line.',
      takes: { kind: 'date' },
      marks: doubtfulDate('from'),
    },
  }),
  rows: {
    missing: 'empty',
    make: () => [
      ...DEFAULT_NOT_MEANINGFUL.map((outcome): RowSpec => ({ outcome: capital(outcome), counts: EXCLUDED })),
      ...[...MEANINGFUL, ...CLOSE_EVENTS].map((outcome): RowSpec => ({ outcome: capital(outcome), counts: COUNTED })),
    ],
  },
};
