import { CALENDAR_COLUMNS, DAY_OFF_KINDS } from '../../../lambdas/domain/days/calendar.ts';
import { doubtfulDate, missing, unknown } from '../marks.ts';
import { columnSpecs, type TabSpec } from '../tab-spec.ts';

export const CALENDAR: TabSpec = {
  name: 'Calendar',
  about: 'Days on which somebody, or everybody, does not work: nobody is behind for them.',
  columns: columnSpecs(CALENDAR_COLUMNS, {
    date: {
      width: 100,
      note: 'One row for each day.',
      takes: { kind: 'date' },
      marks: [missing('date', ['who', 'kind']), ...doubtfulDate('date')],
    },
    who: {
      width: 140,
      note: 'A rep of the tab Team, or Inside, or Field. Blank = everyone.',
    },
    kind: {
      width: 100,
      note: `${DAY_OFF_KINDS.join(', ')}. Blank = Holiday.`,
      takes: { kind: 'list', choices: DAY_OFF_KINDS },
      marks: [unknown('kind', DAY_OFF_KINDS)],
    },
  }),
};
