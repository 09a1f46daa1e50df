import type { FileCell, WorkbookFile } from '../../../../local/sheets-server/workbook-file.ts';

/** A formula and its value; an error by its name; `null`: nothing; `undefined`: nobody computes it here. */
export type Case = readonly [formula: string, value: string | number | boolean | null | undefined];

const rows: FileCell[][] = [
  ['Name', 'Qty', 'Price', 'Day', 'Flag', 'Note'],
  ['apple', 3, 1.5, 46000, true, 'x*y'],
  ['Pear', 5, 2, 46001, false, '-'],
  ['plum', '5', null, 46002, null, 'a?'],
  ['apple', -2, 10, 46003, true, 'abc'],
  [null, null, '', 46004, 'TRUE', null],
];

/** Tab `T`, and two rows of three numbers on `My tab`. */
export const BOOK: WorkbookFile = {
  id: 'b',
  title: 'B',
  locale: 'en_US',
  timeZone: 'Europe/Amsterdam',
  tabs: [
    { title: 'T', rows },
    {
      title: 'My tab',
      rows: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
  ],
};
