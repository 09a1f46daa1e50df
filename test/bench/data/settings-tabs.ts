import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import type { InputTab } from '../../../lambdas/domain/trees/head.ts';
import { MEANINGFUL } from '../../../local/sample/phrases.ts';
import { LAST_DAY } from './activity-rows.ts';
import { repName } from './names.ts';

/** Small beside Activity, and there because a real workbook has them: they are read and compared at each change. */
export function settingsTabs(reps: number): Partial<Record<InputTab, Cell[][]>> {
  const names = Array.from({ length: reps }, (_, index) => repName(index));
  return {
    Team: [
      ['Rep', 'Email', 'Segment', 'Manager', 'Work days'],
      ...names.map((name, index) => [
        name,
        `${name.toLowerCase().replace(' ', '.')}@example.com`,
        index % 3 === 0 ? 'Field' : 'Inside',
        names[index - (index % 10)] ?? '',
        index % 7 === 0 ? 'Mon-Thu' : '',
      ]),
    ],
    Goals: [
      ['Rep', 'Period start', 'Period', 'Revenue goal'],
      ...names.map((name, index) => [name, LAST_DAY - 12, 'Month', 20_000 + 500 * (index % 9)]),
    ],
    Outcomes: [
      ['Outcome', 'Counts', 'From'],
      ...Object.values(MEANINGFUL)
        .flat()
        .map((outcome) => [outcome, 'Meaningful', '']),
      ['Sent the brochure', 'Not meaningful', ''],
    ],
    Calendar: [
      ['Date', 'Rep or Segment', 'Kind'],
      [LAST_DAY - 81, '', 'Holiday'],
      [LAST_DAY - 30, names[0], 'Leave'],
    ],
    Settings: [
      ['Setting', 'Value'],
      ['Currency', 'GBP'],
    ],
  };
}
