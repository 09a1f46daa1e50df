import type { SegmentAgenda } from '../domain/agenda/agendas.ts';
import { phrase } from '../domain/cells/phrase.ts';
import { plural, text, wide } from './cells.ts';
import { longDate } from './dates.ts';
import type { CellLayout, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';
import { agendaByCloses } from './wip-meeting/agenda-by-closes.ts';
import { dealsIn, segmentName, whoRecorded } from './wip-meeting/meeting-words.ts';
import { repRows } from './wip-meeting/rep-block.ts';
import { segmentRows } from './wip-meeting/segment-block.ts';
import { statedRows } from './wip-meeting/stated-block.ts';

/** Narrow enough that label and text stand on a phone without scrolling sideways. */
const WIDTHS = [76, 284, 72, 60];

/** What do we talk about for 20 minutes today? */
export function wipMeetingTab(figures: ReportFigures): TabLayout {
  const { asOf, rules, agendas } = figures;
  const shown = agendas.map(({ agenda, ...rest }) => ({
    ...rest,
    ...(agenda && { agenda: agendaByCloses(figures, agenda) }),
  }));
  const [title, finding] = titleOf(shown, asOf.day);
  const rows: CellLayout[][] = [
    [text(title, 'title')],
    [STAMP],
    ...(finding === undefined ? [] : [[text(finding, 'strong')]]),
    ...shown.flatMap((each) => [[], ...segmentRows(each, asOf.day, rules.settings), ...dealRows(each, figures)]),
    [],
    ...unownedRows(shown, figures),
    ...statedRows(figures),
  ];
  return {
    name: 'WIP meeting',
    frozenRows: 2,
    frozenColumns: 0,
    widths: WIDTHS,
    rows: rows.map((row) => wide(row, WIDTHS.length)),
    charts: [],
  };
}

function dealRows({ agenda }: SegmentAgenda, figures: ReportFigures): CellLayout[][] {
  if (!agenda) return [];
  const standards = { ...figures.standards, lastMeeting: () => agenda.since };
  return agenda.reps.flatMap((rep) => repRows(rep, standards, figures.rules));
}

/** States the finding in two lines, for the tab is narrow: who meets today and how much there is; who has nothing to tell. */
function titleOf(shown: readonly SegmentAgenda[], today: number): [title: string, finding?: string] {
  const agendas = shown.flatMap(({ agenda }) => agenda ?? []);
  const now = agendas.filter(({ day }) => day === today);
  const next = agendas.toSorted((a, b) => a.day - b.day)[0];
  if (now.length === 0) {
    return next
      ? ['No meeting today', `Next: ${next.segment || 'the team'}, ${longDate(next.day)}.`]
      : ['No meeting in sight'];
  }
  const reps = now.flatMap((agenda) => agenda.reps);
  if (reps.length === 0) return ['Nobody to meet yet', 'Name the reps on Team, or in the column Rep of Activity.'];
  const deals = plural(
    now.reduce((sum, agenda) => sum + dealsIn(agenda), 0),
    'deal',
  );
  const who = now.map(({ segment }) => segmentName(segment)).join(' and ');
  return [`${who} meet${now.length === 1 ? 's' : ''} today: ${deals} to discuss`, `${whoRecorded(reps)}.`];
}

/** Open opportunities and asks that nobody here will be asked about. */
function unownedRows(shown: readonly SegmentAgenda[], { openDeals }: ReportFigures): CellLayout[][] {
  const here = new Set(
    shown.flatMap(({ agenda }) => [
      ...(agenda?.reps.map(({ key }) => key) ?? []),
      ...(agenda?.away.map((name) => `r:${phrase(name)}`) ?? []),
    ]),
  );
  const unowned = openDeals.filter(
    ({ lastReps, reached }) => reached[1] !== undefined && !lastReps.some((rep) => here.has(rep)),
  );
  if (unowned.length === 0) return [];
  const words =
    unowned.length === 1
      ? '1 open opportunity or ask belongs to nobody who meets: see the column Rep on Deals, and decide whose it is.'
      : `${unowned.length.toLocaleString('en')} open opportunities and asks belong to nobody who meets: see the column Rep on Deals, and decide whose they are.`;
  return [[text('Nobody’s', 'label'), text(words, 'wrap')], []];
}
