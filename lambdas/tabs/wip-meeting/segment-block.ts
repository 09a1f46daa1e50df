import type { Agenda, RepAgenda } from '../../domain/agenda/agenda.ts';
import type { SegmentAgenda } from '../../domain/agenda/agendas.ts';
import type { Settings } from '../../domain/inputs/settings.ts';
import { count, EMPTY, plural, text } from '../cells.ts';
import { longDate, shortDate, weekday } from '../dates.ts';
import type { CellLayout } from '../layout.ts';
import { dealsIn, hourText, isOff, segmentName, weakestText, whatTheyWere } from './meeting-words.ts';

/** When a segment meets, what the minutes go to, and what each rep did since the last time. */
export function segmentRows(
  { segment, agenda, next }: SegmentAgenda,
  today: number,
  settings: Settings,
): CellLayout[][] {
  const name = segmentName(segment);
  if (!agenda) return [[text(`${name}: no meeting day in sight`, 'heading')], hint(NO_DAYS)];
  const isToday = agenda.day === today;
  const when = `${isToday ? 'today' : 'next on'} ${longDate(agenda.day)}, ${hourText(settings.meetingHour)}, ${Math.round(settings.meetingMinutes)} minutes`;
  return [
    [text(`${name}: ${when}`, 'heading')],
    ...(isToday
      ? []
      : [hint('No meeting today. This is how the next one looks now; its deals are fixed when its day begins.')]),
    ...(next === undefined ? [] : [hint(`Next meeting: ${longDate(next)}.`)]),
    ...(agenda.away.length === 0 ? [] : [hint(`Away: ${agenda.away.join(', ')}.`)]),
    ...groupRows(agenda, settings),
    [],
    ...budgetRows(agenda),
    [],
    ...activityRows(agenda),
  ];
}

const NO_DAYS = 'Nobody of this segment works on a meeting day of the coming weeks: see Team, Calendar and Settings.';
const NO_REPS = 'No rep yet: they come from the tab Team, or else from the rows on Activity.';
/** In the column of text, where it wraps. */
const hint = (words: string): CellLayout[] => [EMPTY, text(words, 'wrap-muted')];

/** "above 6 reps it proposes groups" */
function groupRows({ groups, reps }: Agenda, settings: Settings): CellLayout[][] {
  if (groups.length < 2) return [];
  const names = groups.map((group, i) => `${i + 1}: ${group.join(', ')}`);
  return [
    [
      text('Groups', 'label'),
      text(
        `${reps.length} reps are many for ${settings.meetingMinutes} minutes. Meet in ${groups.length} groups:\n${names.join('\n')}`,
        'wrap',
      ),
    ],
  ];
}

function budgetRows(agenda: Agenda): CellLayout[][] {
  const deals = dealsIn(agenda);
  const withDeals = agenda.reps.filter((rep) => rep.deals.length > 0).length;
  const groups = agenda.groups.length;
  const share = groups > 1 ? `, about ${Math.ceil(deals / groups)} in a group` : '';
  const words = {
    MSIs: `Each rep says aloud the MSIs since ${weekday(agenda.since)} ${shortDate(agenda.since)}; type them on Meetings.`,
    Deals:
      deals === 0
        ? 'No deal calls for a word: let each rep name the one that matters most.'
        : `${plural(deals, 'deal')} of ${plural(withDeals, 'rep')}${share}. One question each; two more are in reserve.`,
    Drill: drillWords(agenda),
  };
  return [
    [text('Minutes', 'head'), text('Agenda', 'head')],
    ...agenda.budget.map(({ item, minutes }) => [
      text(`${minutes} min`, 'label'),
      text(`${item}. ${words[item]}`, 'wrap'),
    ]),
    ...(agenda.weakest ? [[EMPTY, text(weakestText(agenda.weakest), 'wrap-muted')]] : []),
    ...(agenda.decidedSince > 0
      ? [[EMPTY, text(`${plural(agenda.decidedSince, 'deal')} of this morning decided since.`, 'wrap-muted')]]
      : []),
  ];
}

function drillWords({ drill }: Agenda): string {
  if (!drill) return 'None listed yet: name some on the tab Drills (Drill, Trains, Script).';
  return drill.script === '' ? drill.name : `${drill.name}: ${drill.script}`;
}

/** "MSIs per rep and day with what they were, beside what was stated aloud; reps with nothing recorded" */
function activityRows({ reps, since }: Agenda): CellLayout[][] {
  if (reps.length === 0) return [hint(NO_REPS)];
  return [
    [
      text('Rep', 'head'),
      text(`Since ${weekday(since)} ${shortDate(since)}`, 'head'),
      text('MSIs', 'head-right'),
      text('Stated', 'head-right'),
    ],
    ...reps.map((rep) => [
      text(rep.name, 'label'),
      ...doneCells(rep),
      rep.stated === undefined ? EMPTY : count(rep.stated, 'count-top'),
    ]),
  ];
}

function doneCells(rep: RepAgenda): CellLayout[] {
  if (isOff(rep)) return [text('off', 'wrap-muted'), text('–', 'count-muted')];
  const words = rep.done.msis > 0 ? text(doneWords(rep), 'wrap') : text('▼ nothing recorded', 'bad-top');
  return [words, count(rep.done.msis, 'count-top')];
}

/** `5 attempts, 1 ask`, and by day where there is more than one. */
function doneWords({ done, days }: RepAgenda): string {
  const byDay = days.map(([day, msis]) => `${weekday(day)} ${msis}`).join(', ');
  return days.length > 1 ? `${whatTheyWere(done)} (${byDay})` : whatTheyWere(done);
}
