import { GOALS_COLUMNS, PERIODS } from '../../../lambdas/domain/inputs/goals.ts';
import { doubtfulDate, missing, unknown } from '../marks.ts';
import { columnSpecs, type TabSpec } from '../tab-spec.ts';

export const GOALS: TabSpec = {
  name: 'Goals',
  about: 'What each rep, or the team, is to bring in. The tab Targets says how much activity that takes.',
  columns: columnSpecs(GOALS_COLUMNS, {
    rep: {
      width: 120,
      note: 'A rep of the tab Team. Blank = the team.',
      takes: { kind: 'column', tab: 'Team', field: 'rep' },
    },
    start: {
      width: 110,
      note: 'The first day of the period.',
      takes: { kind: 'date' },
      marks: [missing('start', ['rep', 'period', 'revenue']), ...doubtfulDate('start')],
    },
    period: {
      width: 90,
      note: `${PERIODS.join(', ')}. Blank = Month.`,
      takes: { kind: 'list', choices: PERIODS },
      marks: [unknown('period', PERIODS)],
    },
    revenue: {
      width: 120,
      note: 'The amount to close in the period.',
      takes: { kind: 'amount' },
      marks: [missing('revenue', ['rep', 'start', 'period'])],
    },
  }),
};
