import { statedMsis } from '../../domain/agenda/stated-msis.ts';
import { count, EMPTY, plural, text } from '../cells.ts';
import type { CellLayout } from '../layout.ts';
import { repNamer } from '../rep-names.ts';
import type { ReportFigures } from '../report-figures.ts';
import { repsByCloses } from '../reps-by-closes.ts';

const DAYS_BACK = 28;

/** "stated against recorded MSIs": what each rep said aloud in the meetings of four weeks, and what is on Activity. */
export function statedRows(figures: ReportFigures): CellLayout[][] {
  const { asOf } = figures;
  const namesOf = repNamer(figures);
  const byRep = Map.groupBy(statedMsis(figures, asOf.day - DAYS_BACK + 1, asOf.day + 1), ({ rep }) => rep);
  const rows = repsByCloses(
    figures,
    [...byRep].map(([key, meetings]) => ({ key, name: namesOf([key]), meetings })).sort(byName),
  ).map(({ name, meetings }) => {
    const stated = meetings.reduce((sum, meeting) => sum + meeting.stated, 0);
    const recorded = meetings.reduce((sum, meeting) => sum + meeting.recorded, 0);
    const differ = meetings.filter((meeting) => meeting.stated !== meeting.recorded).length;
    return { name, stated, recorded, differ, meetings: meetings.length };
  });
  const heading = [text('Said aloud, and written down', 'heading')];
  if (rows.length === 0) {
    return [
      heading,
      [
        EMPTY,
        text(
          'Type on the tab Meetings what each rep says, in a column with the name of the rep: it is compared here.',
          'wrap-muted',
        ),
      ],
    ];
  }
  return [
    heading,
    [
      text('Rep', 'head'),
      text('Meetings of the last 4 weeks', 'head'),
      text('Recorded', 'head-right'),
      text('Stated', 'head-right'),
    ],
    ...rows.map((rep) => [
      text(rep.name, 'label'),
      text(comparison(rep), 'wrap'),
      count(rep.recorded, 'count-top'),
      count(rep.stated, 'count-top'),
    ]),
  ];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

/** `2 said and not written down; it differs in 3 of 16 meetings.` */
function comparison({ stated, recorded, differ, meetings }: Compared): string {
  const of = plural(meetings, 'meeting');
  if (differ === 0) return `The same in ${meetings === 1 ? 'the meeting' : `all ${of}`}.`;
  const difference = stated - recorded;
  const sum =
    difference === 0
      ? 'As many said as written down'
      : difference > 0
        ? `${difference} said and not written down`
        : `${-difference} written down and not said`;
  return `${sum}; it differs in ${differ} of ${of}.`;
}

interface Compared {
  readonly stated: number;
  readonly recorded: number;
  /** Meetings in which the two differ. */
  readonly differ: number;
  readonly meetings: number;
}
