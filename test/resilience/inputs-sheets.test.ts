import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileCell } from '../../local/sheets-server/workbook-file.ts';
import {
  activityRow,
  COLUMNS,
  type Rows,
  type WeirdService,
  weirdService,
  YESTERDAY,
} from '../support/weird-workbook.ts';

let service: WeirdService;
beforeAll(async () => {
  service = await weirdService();
});
afterAll(() => service.close());

const ROW = activityRow();
/** Another row each: equal ones would be possible duplicates. */
const rows = (n: number): FileCell[][] => Array.from({ length: n }, (_, at) => activityRow({ Notes: `row ${at}` }));
const swapped = (names: Readonly<Record<string, string>>) => COLUMNS.map((column) => names[column] ?? column);
const blanks = (n: number): null[] => Array.from({ length: n }, () => null);

interface Layout {
  readonly tabs: Readonly<Record<string, Rows>>;
  /** Rows read and rejected; or what the stop says. */
  readonly gives: readonly [read: number, rejected: number] | RegExp;
  readonly health?: RegExp;
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'a title, a note and empty rows above the header': {
    tabs: { Activity: [['Sales 2026'], [], ['Type below', 'the line'], COLUMNS, ...rows(2)] },
    gives: [2, 0],
  },
  'a header of groups above the header': {
    tabs: { Activity: [['When', 'Who', 'With whom', null, 'What'], COLUMNS, ...rows(2)] },
    gives: [2, 0],
  },
  'two headers, the same twice': { tabs: { Activity: [COLUMNS, COLUMNS, ...rows(2)] }, gives: [2, 0] },
  'two headers of other words': {
    tabs: { Activity: [swapped({ Date: 'Timestamp', Rep: 'Owner' }), COLUMNS, ...rows(2)] },
    gives: [2, 0],
  },
  'the header again inside the data, as typed, in capitals, by aliases': {
    tabs: {
      Activity: [
        ...[COLUMNS, ROW, COLUMNS, activityRow({ Deal: 'b' }), COLUMNS.map((name) => name.toUpperCase())],
        ...[
          activityRow({ Deal: 'c' }),
          swapped({ Prospect: 'Account', Outcome: 'Result' }),
          activityRow({ Deal: 'd' }),
        ],
      ],
    },
    gives: [4, 0],
  },
  'a table of other columns pasted below: its rows are rejected, nothing is guessed': {
    tabs: { Activity: [COLUMNS, ROW, ['Prospect', 'Date', 'Rep'], ['Acme', YESTERDAY, 'Ann']] },
    gives: [2 + 1, 2],
  },
  'no header': { tabs: { Activity: rows(3) }, gives: /The tab Activity has no header row/ },
  'a header below the first 20 rows': {
    tabs: { Activity: [...Array.from({ length: 20 }, (_, at) => [`note ${at}`]), COLUMNS, ROW] },
    gives: /no header row.*in its first 20 rows/,
  },
  'a header written backwards by a bidi mark, with a byte order mark and soft hyphens': {
    tabs: { Activity: [COLUMNS.map((name) => `\ufeff\u202a${name[0]}\u00ad${name.slice(1)}\u202c`), ...rows(2)] },
    gives: [2, 0],
  },
  'headers that programs stumble over, beside the known ones': {
    tabs: { Activity: [[...COLUMNS, '__proto__', 'constructor', 'toString', '=1+1', '#REF!', ' '], ...rows(2)] },
    gives: [2, 0],
  },
  '255 empty columns before, between and after': {
    tabs: {
      Activity: [COLUMNS, ...rows(2)].map((cells) => [
        ...blanks(255),
        ...cells.slice(0, 7),
        ...blanks(255),
        ...cells.slice(7),
        ...blanks(255),
      ]),
    },
    gives: [2, 0],
  },
  'empty rows between, and boxes ahead of the rows': {
    tabs: {
      Activity: [
        ...[[...COLUMNS, 'Done'], [...ROW, true], [], blanks(20), [...blanks(14), false], activityRow({ Deal: 'b' })],
        ...Array.from({ length: 500 }, () => [...blanks(14), false]),
      ],
    },
    gives: [2, 0],
  },
  'merged cells: the value stands in the first row, the others are without': {
    tabs: {
      Activity: [
        COLUMNS,
        ROW,
        activityRow({ Date: null, Rep: null, Deal: 'b' }),
        activityRow({ Rep: null, Deal: 'c' }),
      ],
    },
    gives: [3, 1],
  },
  'a tab named in full width, with blanks': { tabs: { ' Ａctivity ': [COLUMNS, ...rows(2)] }, gives: [2, 0] },
  'tabs of others with the names of reports, and names like cells and formulas': {
    tabs: {
      Activity: [COLUMNS, ...rows(2)],
      ...Object.fromEntries(
        ['Week', 'Health', 'A1', "It's =1+1!", "'Deals'!A1", '__proto__x'].map((name) => [name, [['of others']]]),
      ),
    },
    gives: [2, 0],
  },
  'settings that are none': {
    tabs: {
      Activity: [COLUMNS, ...rows(2)],
      Settings: [
        ['Setting', 'Value'],
        ['constructor', 1],
        ['Currency', '#REF!'],
        ['Cut-off hour', -1],
        [true, 'x'],
      ],
    },
    gives: [2, 0],
  },
  'closes before their first contact': {
    tabs: {
      Activity: [
        COLUMNS,
        activityRow({ Date: YESTERDAY - 30, Activity: 'Close', Outcome: 'Paid' }),
        activityRow({ Date: YESTERDAY - 20, Activity: 'Close', Outcome: 'Refunded', Prospect: 'Never sold' }),
        activityRow({ Date: YESTERDAY - 2, Activity: 'Attempt' }),
        activityRow({ Date: YESTERDAY, Activity: 'Opportunity' }),
        activityRow({ Date: YESTERDAY, Activity: 'Ask', Prospect: 'B' }),
        activityRow({ Date: YESTERDAY - 1, Activity: 'Close', Outcome: 'Lost', Prospect: 'B' }),
      ],
    },
    gives: [6, 0],
  },
  'one row of 1990 beside those of today': {
    tabs: {
      Activity: [
        COLUMNS,
        ...rows(3),
        activityRow({ Date: '1990-01-01', Activity: 'Close', Outcome: 'Booked', Prospect: 'Old' }),
      ],
    },
    gives: [4, 0],
  },
  '10,000 outcomes that nobody classified': {
    tabs: {
      Activity: [
        COLUMNS,
        ...Array.from({ length: 10_000 }, (_, at) =>
          activityRow({ Prospect: `P${at % 50}`, Outcome: `outcome ${at}` }),
        ),
      ],
    },
    gives: [10_000, 0],
  },
  '400 reps who are on no team': {
    tabs: { Activity: [COLUMNS, ...Array.from({ length: 400 }, (_, at) => activityRow({ Rep: `Rep ${at}` }))] },
    gives: [400, 0],
  },
  '1,000 cells of settings tabs that can not be used, each of 5,000 characters': {
    tabs: {
      Activity: [COLUMNS, ...rows(2)],
      Outcomes: [['Outcome', 'Counts'], ...Array.from({ length: 1_000 }, (_, at) => [`o${at}`, 'y'.repeat(5_000)])],
    },
    gives: [2, 0],
    health: /800 cells not listed here/,
  },
};

describe('a sheet with', () => {
  test.each(Object.entries(LAYOUTS))('%s', async (_, { tabs, gives, health = /./ }) => {
    const outcome = await service.run(tabs);
    if (gives instanceof RegExp) {
      expect(outcome.stop).toMatch(gives);
      expect(outcome.text('Health')).toMatch(gives);
    } else {
      expect(outcome.stop).toBeUndefined();
      expect([outcome.read, outcome.rejected]).toEqual(gives);
      expect(outcome.text('Health')).toMatch(health);
    }
  });
});
