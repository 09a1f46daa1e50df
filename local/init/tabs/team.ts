import { SEGMENTS, TEAM_COLUMNS } from '../../../lambdas/domain/inputs/team.ts';
import { and } from '../formulas.ts';
import { doubtfulDate, missing, notBetween, twice, unknown } from '../marks.ts';
import { columnSpecs, type TabSpec } from '../tab-spec.ts';

const HOURS = [0, 168] as const;

export const TEAM: TabSpec = {
  name: 'Team',
  about: 'One row for each rep. Names that are not here count all the same, and are flagged.',
  columns: columnSpecs(TEAM_COLUMNS, {
    rep: {
      width: 120,
      note: 'The name as reps type it on Activity.',
      marks: [missing('rep', ['email', 'aliases', 'segment']), twice('rep')],
    },
    email: { width: 190, note: 'For rows that come from a form, or where reps type their e-mail.' },
    aliases: { width: 130, note: 'Other spellings of the name, with ; between them.' },
    segment: {
      width: 90,
      note: `${SEGMENTS.join(' or ')}: decides on which days the work-in-progress meeting is, and who is compared with whom.`,
      takes: { kind: 'list', choices: SEGMENTS },
      marks: [unknown('segment', SEGMENTS)],
    },
    manager: { width: 110, note: 'Optional.' },
    start: {
      width: 100,
      note: 'First day on the team. Blank = always there.',
      takes: { kind: 'date' },
      marks: doubtfulDate('start'),
    },
    end: {
      width: 100,
      note: 'Last day on the team. Blank = still there. Keep the row of a rep who left: the history stays.',
      takes: { kind: 'date' },
      marks: [
        ...doubtfulDate('end'),
        {
          look: 'bad',
          when: (at) => and(`ISNUMBER(${at('start')})`, `ISNUMBER(${at('end')})`, `${at('end')}<${at('start')}`),
        },
      ],
    },
    workDays: {
      width: 100,
      note: 'Such as Mon-Thu, or Mon, Wed, Fri, or 4 (the first four from Monday). Blank = Monday to Friday.',
    },
    hours: {
      width: 100,
      note: 'Hours worked a week, for the tab Time.',
      takes: { kind: 'number', limits: HOURS },
      marks: [notBetween('hours', HOURS)],
    },
    averageDeal: {
      width: 110,
      note: "What a deal of this rep usually brings. Blank = learned from the rep's own deals.",
      takes: { kind: 'amount' },
    },
  }),
};
