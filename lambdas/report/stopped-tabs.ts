import type { AsOf } from '../domain/days/as-of.ts';
import { text, wide } from '../tabs/cells.ts';
import { asOfText } from '../tabs/dates.ts';
import type { TabLayout } from '../tabs/layout.ts';

/** The tabs of a workbook that could not be read even once: Health says what to do. */
export function stoppedTabs(asOf: AsOf, message: string): TabLayout[] {
  const rows = [
    [text('The sheet needs your attention before there are figures', 'bad')],
    [text(asOfText(asOf, 'UTC'), 'stamp')],
    [text(message, 'banner')],
  ];
  return [
    {
      name: 'Health',
      frozenRows: 2,
      frozenColumns: 0,
      widths: [210, 190, 190, 190, 200, 320],
      rows: rows.map((row) => wide(row, 6)),
      charts: [],
    },
  ];
}
