import { isoOf } from '../../lambdas/domain/days/day.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import type { Remembered } from './remembered.ts';

/** What is what in the folder, for who finds it in a year. */
export function readmeText({
  title,
  workbook,
  exportedAt,
  rows,
  locale,
  timeZone,
  facts,
  ...more
}: Remembered): string {
  const seen = Object.values(more.firstSeen).reduce((sum, times) => sum + Object.keys(times).length, 0);
  const closed = facts?.frozen?.weeks.length ?? 0;
  const { targets = [], forecasts = [], agendas = [] } = facts ?? {};
  return `Leadsheet, export of "${title}" (spreadsheet ${workbook}), ${exportedAt}

workbook.xlsx    The input tabs. Activity holds ${plural(rows, 'row')}: all that are stored, also those that were archived out of
                 the sheet, by day and rep; columns have their own names, whatever they were called. The other tabs are
                 as they were typed. Dates are dates, numbers are numbers, text is text, also where it looks like a
                 formula. Report tabs, colours and notes are not in it; Check is written anew.
rows.csv         The same rows for any program: UTF-8, dates as 2026-11-20. A text that a program could run as a
                 formula has a ' in front of it. Text that looks like a number is text in workbook.xlsx alone, so
                 go back to the sheet by way of that.
remembered.json  What cannot be computed from the rows: ${plural(closed, 'closed week')} as reported, targets of ${plural(targets.length, 'week')},
                 ${plural(forecasts.length, 'forecast')} and ${plural(agendas.length, 'agenda')} as they were made${facts ? `, known since ${isoOf(facts.since)}` : ''}; and when ${plural(seen, 'row')}
                 were first seen (a row that is not listed was there when the workbook was first read). Rows go by digest.

The same figures from these files, on any machine with Leadsheet:
  leadsheet run workbook.xlsx --locale ${locale} --time-zone ${timeZone} --out figures

Back into a spreadsheet: upload workbook.xlsx to Google Drive, open it with Google Sheets, set locale (${locale}) and
time zone (${timeZone}) under File > Settings, save it as a Google Sheet, share it with Leadsheet's account, and then
  leadsheet import FOLDER SPREADSHEET
Do that before the first sync: what is decided there (targets, agendas) would differ from what is remembered here.

Not in here: earlier states of the rows (leadsheet restore reads them from the store for 90 days) and the figures,
which follow from the rows.

This folder holds data about people. Delete it when it has served: leadsheet erase cannot reach it.
`;
}
