import { UNDATED } from '../domain/day.ts';
import { FIELD_NAMES, PROBLEMS, type ProblemKind, type RowProblem } from '../domain/row-problem.ts';
import { SETTINGS } from '../domain/settings.ts';
import { REJECTED_VIEW_ID } from './activity-views.ts';
import { count, date, linked, plural, text, wide } from './cells.ts';
import { asOfText } from './dates.ts';
import { GLOSSARY } from './glossary.ts';
import type { CellLayout, TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';
import { cellLink, viewLink } from './sheet-links.ts';

const COLUMNS = 6;
const isRejected = (kind: ProblemKind): boolean => PROBLEMS[kind].severity === 'rejected';

/** Can we trust this? */
export function healthTab(figures: ReportFigures): TabLayout {
  const { asOf, rules, stop } = figures;
  const rows: CellLayout[][] = [
    [text(titleOf(figures), stop ? 'bad' : 'title')],
    [text(asOfText(asOf, rules.timeZone), 'stamp')],
    ...(stop ? [[text(`The last good figures stay until this is mended: ${stop.message}`, 'banner')]] : [[]]),
    ...countRows(figures),
    ...problemRows(figures),
    ...unknownOutcomeRows(figures),
    ...nearDuplicateRows(figures),
    ...settingsProblemRows(figures),
    ...rejectedRows(figures),
    ...settingsRows(figures),
    [],
    [text('What the words mean', 'heading')],
    head('Word', 'Meaning'),
    ...GLOSSARY.map(([word, meaning]) => [text(word, 'strong'), text(meaning)]),
  ];
  return {
    name: 'Health',
    frozenRows: 2,
    frozenColumns: 0,
    widths: [210, 190, 190, 190, 200, 320],
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts: [],
  };
}

function titleOf({ stop, quality }: ReportFigures): string {
  if (stop) return 'The sync is stopped: the sheet needs your attention';
  const accepted = quality.rows - quality.rejected;
  if (quality.rejected === 0) return `All ${plural(accepted, 'row')} count`;
  return `${plural(quality.rejected, 'row')} of ${quality.rows.toLocaleString('en')} can't be counted until mended`;
}

/** Counts stand in the second column where there are any. */
const head = (...names: readonly string[]): CellLayout[] =>
  names.map((name) => text(name, name === 'How many' || name === 'Rows' ? 'head-right' : 'head'));

function countRows({ quality, held, rules }: ReportFigures): CellLayout[][] {
  return [
    [text('Rows on Activity', 'heading')],
    head('On Activity', 'How many', 'What it means'),
    [text('Read'), count(quality.rows), text('Rows that are not blank')],
    [text('Accepted'), count(quality.rows - quality.rejected), text('Counted, or held until their day comes')],
    [text('Rejected'), count(quality.rejected), text('Not counted: listed below with what to mend')],
    [text('Flagged'), count(quality.flagged), text('Counted, but something is missing or unusual')],
    [text('Held'), count(held), text('Dated after today: counted when their day comes')],
    ...(rules.dateOrder === undefined
      ? [
          [
            text('Dates'),
            text('mixed'),
            text('Some text dates are day first, some month first: those with two readings are rejected'),
          ],
        ]
      : rules.dateOrder !== rules.locale.dateOrder
        ? [
            [
              text('Dates'),
              text(rules.dateOrder === 'dmy' ? 'day first' : 'month first'),
              text("Text dates on Activity can only be read so, against the spreadsheet's locale"),
            ],
          ]
        : []),
  ];
}

function problemRows({ quality }: ReportFigures): CellLayout[][] {
  const problems = Object.entries(quality.problems) as [ProblemKind, number][]; // keys of Quality.problems
  if (problems.length === 0) return [];
  const order = problems.sort(([a, n], [b, m]) => Number(isRejected(b)) - Number(isRejected(a)) || m - n);
  return [
    [],
    [text('Problems', 'heading')],
    head('Problem', 'Rows', 'Effect', 'What to do'),
    ...order.map(([kind, rows]) => [
      text(kind),
      count(rows),
      text(isRejected(kind) ? 'rejected' : 'counted, flagged', isRejected(kind) ? 'bad' : 'muted'),
      text(PROBLEMS[kind].advice),
    ]),
  ];
}

function unknownOutcomeRows({ quality }: ReportFigures): CellLayout[][] {
  if (quality.unknownOutcomes.length === 0) return [];
  return [
    [],
    [text('Outcomes to classify', 'heading')],
    [text('On no list, so they count. Add each to the tab Outcomes as Meaningful or Not meaningful.', 'muted')],
    head('Outcome', 'Rows'),
    ...quality.unknownOutcomes.slice(0, 50).map(([outcome, rows]) => [text(outcome), count(rows)]),
  ];
}

function nearDuplicateRows({ quality }: ReportFigures): CellLayout[][] {
  if (quality.nearDuplicates.length === 0) return [];
  return [
    [],
    [text('Prospects that may be the same', 'heading')],
    [text('They count as different prospects. If they are one, spell them alike on Activity.', 'muted')],
    head('Spellings'),
    ...quality.nearDuplicates.slice(0, 50).map((names) => [text(names.join('  ·  '))]),
  ];
}

function settingsProblemRows({ rules, links }: ReportFigures): CellLayout[][] {
  if (rules.problems.length === 0) return [];
  return [
    [],
    [text("Cells of the settings tabs that can't be used", 'heading')],
    head('Cell', 'Typed', 'Expected'),
    ...rules.problems.map(({ address, got, expected }) => [
      linked(text(address), cellLink(links, address)),
      text(got),
      text(expected),
    ]),
  ];
}

function rejectedRows({ quality, links }: ReportFigures): CellLayout[][] {
  if (quality.rejectedRows.length === 0) return [];
  const more = quality.rejected - quality.rejectedRows.length;
  return [
    [],
    [text('Rejected rows, newest first', 'heading')],
    [
      linked(
        text('Show them in place on Activity: mend the cells, and they count.', 'muted'),
        viewLink(links, links.views ? REJECTED_VIEW_ID : undefined),
      ),
    ],
    ...(more > 0 ? [[text(`${plural(more, 'older row')} not listed here.`, 'muted')]] : []),
    head('Date', 'Rep', 'Prospect', 'Activity', 'Problem', 'Typed -> expected'),
    ...quality.rejectedRows.map((row) => [
      row.day === UNDATED ? text('–', 'muted') : date(row.day),
      text(row.rep),
      text(row.prospect),
      text(row.activity),
      text(row.problems.map(({ kind }) => kind).join(', ')),
      text(row.problems.map(typedAndExpected).join('; ')),
    ]),
  ];
}

function typedAndExpected({ kind, got }: RowProblem): string {
  const { field, expected } = PROBLEMS[kind];
  return `${FIELD_NAMES[field]}: ${got || 'nothing'} -> ${expected}`;
}

function settingsRows({ rules }: ReportFigures): CellLayout[][] {
  const { settings } = rules;
  const inForce: Record<string, string> = {
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)])),
    timeZone: rules.timeZone,
    weekStartsOn:
      ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][settings.weekStartsOn] ?? '',
    onPace: `${Math.round(settings.onPace * 100)} %`,
    cautionPace: `${Math.round(settings.cautionPace * 100)} %`,
  };
  return [
    [],
    [text('Settings in force', 'heading')],
    head('Setting', 'Value', 'What it does'),
    ...Object.entries(SETTINGS).map(([key, { name, about }]) => [text(name), text(inForce[key] || '–'), text(about)]),
  ];
}
