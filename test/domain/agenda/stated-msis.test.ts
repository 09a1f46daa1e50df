import { expect, test } from 'vitest';
import { statedMsis } from '../../../lambdas/domain/agenda/stated-msis.ts';
import { agendaFigures, TODAY, weeksOf } from '../../support/agendas.ts';

const HEADER = ['Date', 'Segment', 'Held', 'Ana', 'Ben', 'Cas'];

test('what was said stands beside the rows of the days since the meeting before', () => {
  // Ana: 5 on Friday, 1 on Saturday, 4 on Monday, 9 on the day of the meeting, which is not over when she speaks.
  const weeks = weeksOf({
    days: [
      ['r:ana', TODAY - 4, [['msis', 5]]],
      ['r:ana', TODAY - 3, [['msis', 1]]],
      ['r:ana', TODAY - 1, [['msis', 4]]],
      ['r:ana', TODAY, [['msis', 9]]],
      ['r:cas', TODAY - 4, [['msis', 3]]],
    ],
  });
  const Meetings = [
    HEADER,
    [TODAY, '', 'Yes', 6, '', 3],
    [TODAY - 1, 'Inside', 'Yes', 5, 0],
    [TODAY - 4, 'Inside', 'No', 8],
  ];
  const { rules } = agendaFigures([], { Meetings });
  expect(statedMsis({ rules, weeks }, TODAY - 4, TODAY + 1)).toEqual([
    // Friday's meeting was not held, so Monday's goes back to Thursday.
    { day: TODAY - 1, since: TODAY - 5, rep: 'r:ana', stated: 5, recorded: 6 },
    { day: TODAY - 1, since: TODAY - 5, rep: 'r:ben', stated: 0, recorded: 0 },
    { day: TODAY, since: TODAY - 1, rep: 'r:ana', stated: 6, recorded: 4 },
    // A meeting of everyone: Cas met last on Thursday.
    { day: TODAY, since: TODAY - 5, rep: 'r:cas', stated: 3, recorded: 3 },
  ]);
  expect(statedMsis({ rules, weeks }, TODAY - 4, TODAY)).toHaveLength(2);
  expect(statedMsis({ rules, weeks }, TODAY - 1, TODAY + 1)).toHaveLength(4);
  expect(statedMsis({ rules, weeks }, TODAY, TODAY + 1)).toHaveLength(2);
});
