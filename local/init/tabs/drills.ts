import { DRILLED_STEPS, DRILLS_COLUMNS } from '../../../lambdas/domain/inputs/drills.ts';
import { KIND_NAMES, wordsOf } from '../../../lambdas/domain/rows/activity-kind.ts';
import { DRILLS as DEFAULT_DRILLS } from '../default-drills.ts';
import { missing, twice, unknown } from '../marks.ts';
import { columnSpecs, type RowSpec, type TabSpec } from '../tab-spec.ts';

export const DRILLS: TabSpec = {
  name: 'Drills',
  about: 'Role plays. The tab WIP meeting proposes one for the step that is weakest; add your own.',
  columns: columnSpecs(DRILLS_COLUMNS, {
    drill: {
      width: 200,
      note: 'A name that no other drill has.',
      marks: [missing('drill', ['trains', 'script']), twice('drill')],
    },
    trains: {
      width: 150,
      note: 'The step that it trains. Blank = any.',
      takes: { kind: 'list', choices: DRILLED_STEPS.map((step) => KIND_NAMES[step]) },
      marks: [unknown('trains', DRILLED_STEPS.flatMap(wordsOf))],
    },
    script: { width: 600, note: 'What is read out.' },
  }),
  rows: {
    missing: 'empty',
    make: () => DEFAULT_DRILLS.map(({ name, trains, script }): RowSpec => ({ drill: name, trains, script })),
  },
};
