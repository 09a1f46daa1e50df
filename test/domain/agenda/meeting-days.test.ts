import { describe, expect, test } from 'vitest';
import {
  isMeetingDay,
  lastMeetingDay,
  type MeetingSegment,
  meetingSegments,
  nextMeetingDay,
} from '../../../lambdas/domain/agenda/meeting-days.ts';
import { agendaFigures, type InputTabs, TODAY } from '../../support/agendas.ts';
import { day } from '../../support/rows.ts';

const rules = (tabs: InputTabs = {}) => agendaFigures([], tabs).rules;
const HEADER = ['Date', 'Segment', 'Held'];
const SETTINGS = ['Setting', 'Value'];

describe('who meets apart', () => {
  test.each<[string, InputTabs, readonly MeetingSegment[]]>([
    ['both segments', {}, ['Inside', 'Field']],
    ['one of them', { Team: [['Rep', 'Segment'], ['Ana', 'Field'], ['Ben']] }, ['Field']],
    ['a team without segments', { Team: [['Rep'], ['Ana']] }, ['']],
    ['no Team tab', { Team: [] }, ['']],
    [
      'a segment whose reps have left',
      {
        Team: [
          ['Rep', 'Segment', 'End date'],
          ['Ana', 'Inside'],
          ['Ben', 'Field', TODAY - 1],
        ],
      },
      ['Inside'],
    ],
  ])('%s', (_, tabs, expected) => {
    expect(meetingSegments(rules(tabs), TODAY)).toEqual(expected);
  });
});

describe('meeting days', () => {
  // The week of Monday 16 to Sunday 22 November 2026.
  const days = (segment: MeetingSegment, tabs: InputTabs = {}) =>
    [16, 17, 18, 19, 20, 21, 22].filter((date) => isMeetingDay(rules(tabs), segment, day(`2026-11-${date}`)));

  test('inside each working day, field on Tuesdays and Thursdays', () => {
    expect(days('Inside')).toEqual([16, 17, 18, 19, 20]);
    expect(days('Field')).toEqual([17, 19]);
  });

  test('of a team that is on no tab, each day on which anybody may work', () => {
    expect(days('', { Team: [] })).toEqual([16, 17, 18, 19, 20]);
  });

  test('as the settings say', () => {
    const Settings = [SETTINGS, ['Inside meeting days', 'Mon, Wed'], ['Field meeting days', 'Fri']];
    expect(days('Inside', { Settings })).toEqual([16, 18]);
    // Cas works Monday to Thursday.
    expect(days('Field', { Settings })).toEqual([]);
  });

  test('not when nobody works', () => {
    const Calendar = [
      ['Date', 'Rep or Segment', 'Kind'],
      [day('2026-11-18'), 'Inside', 'Holiday'],
      [day('2026-11-17'), 'Ana', 'Leave'],
      [day('2026-11-19'), 'Cas', 'Leave'],
    ];
    expect(days('Inside', { Calendar })).toEqual([16, 17, 19, 20]);
    expect(days('Field', { Calendar })).toEqual([17]);
  });

  test('the next one, if there is any', () => {
    expect(nextMeetingDay(rules(), 'Inside', day('2026-11-21'))).toBe(day('2026-11-23'));
    expect(nextMeetingDay(rules(), 'Field', TODAY)).toBe(TODAY);
    // Ana begins on a Monday or Tuesday; two months are looked through, the day itself included.
    const from = TODAY + 1;
    const next = (start: number) =>
      nextMeetingDay(
        rules({
          Team: [
            ['Rep', 'Segment', 'Start date'],
            ['Ana', 'Inside', start],
          ],
        }),
        'Inside',
        from,
      );
    expect([next(from + 61), next(from + 62)]).toEqual([from + 61, undefined]);
  });
});

describe('the last meeting before Tuesday 17 November', () => {
  const last = (segment: MeetingSegment, ...Meetings: (string | number)[][]) =>
    TODAY - lastMeetingDay(rules({ Meetings: [HEADER, ...Meetings] }), segment, TODAY);
  test.each<[string, MeetingSegment, (string | number)[][], number]>([
    ['was yesterday, nobody says otherwise', 'Inside', [], 1],
    ['was last Thursday, in the field', 'Field', [], 5],
    ['was not yesterday', 'Inside', [[TODAY - 1, 'Inside', 'No']], 4],
    [
      'was yesterday for one of two groups',
      'Inside',
      [
        [TODAY - 1, 'Inside', 'No'],
        [TODAY - 1, 'Inside', 'Yes'],
      ],
      1,
    ],
    ['another segment does not matter', 'Inside', [[TODAY - 1, 'Field', 'No']], 1],
    ['everyone does', 'Inside', [[TODAY - 1, '', 'No']], 4],
    ['everyone meets together, whatever segments are noted', '', [[TODAY - 1, 'Inside', 'No']], 4],
    ['was on an unusual day', 'Field', [[TODAY - 3, 'Field', 'Yes']], 3],
    ['a meeting of today is none before it', 'Inside', [[TODAY, 'Inside', 'Yes']], 1],
    ['nothing for four weeks', 'Field', Array.from({ length: 40 }, (_, i) => [TODAY - i, 'Field', 'No']), 28],
  ])('%s', (_, segment, meetings, daysAgo) => {
    expect(last(segment, ...meetings)).toBe(daysAgo);
  });
});
