import { REJECTED_VIEW_ID } from '../activity-views.ts';
import { count, linked, text } from '../cells.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { viewLink } from '../sheet-links.ts';
import { headRow } from './head-row.ts';

/** accepted (held included) + rejected = rows read */
export function countRows({ quality, held, archived, rules, links, openDeals }: ReportFigures): CellLayout[][] {
  const opening = openDeals.filter((deal) => deal.opening).length;
  const rejected = linked(count(quality.rejected), viewLink(links, links.views ? REJECTED_VIEW_ID : undefined));
  return [
    [text('Rows on Activity', 'heading')],
    headRow(['On Activity', 'How many', 'What it means'], ['How many']),
    [text('Read'), count(quality.rows), text('Rows that are not blank')],
    [text('Accepted'), count(quality.rows - quality.rejected), text('Counted, or held until their day comes')],
    [
      text('Rejected'),
      quality.rejected > 0 ? rejected : count(0),
      text('Not counted: listed on this tab with what to mend'),
    ],
    [text('Flagged'), count(quality.flagged), text('Counted, but something is missing or unusual')],
    [text('Held'), count(held), text('Dated after today: counted when their day comes')],
    ...(archived > 0
      ? [[text('Archived'), count(archived), text('Taken off the sheet, and kept: their figures stay as they are')]]
      : []),
    ...(opening > 0
      ? [
          [
            text('Opening deals'),
            count(opening),
            text('Open, and under way when the data began: on the tab Deals, outside closing ratios and lags'),
          ],
        ]
      : []),
    ...datesRow(rules),
  ];
}

function datesRow({ dateOrder, locale }: ReportFigures['rules']): CellLayout[][] {
  if (dateOrder === undefined)
    return [
      [
        text('Dates'),
        text('mixed', 'count'),
        text('Some text dates are day first, some month first: those with two readings are rejected'),
      ],
    ];
  if (dateOrder === locale.dateOrder) return [];
  return [
    [
      text('Dates'),
      text(dateOrder === 'dmy' ? 'day first' : 'month first', 'count'),
      text("Text dates on Activity can only be read so, against the spreadsheet's locale"),
    ],
  ];
}
