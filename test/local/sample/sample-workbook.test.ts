import { describe, expect, it } from 'vitest';
import { sampleWorkbook } from '../../../local/sample/sample-workbook.ts';
import type { FileCell, WorkbookFile } from '../../../local/sheets-server/workbook-file.ts';

const FRIDAY = '2026-11-20';
const FRIDAY_SERIAL = 46346;
const FIRST_MONDAY = 46153;
const REPS = ['Fred', 'Jane', 'Amir', 'Chloe', 'Tom', 'Nadia', 'Oscar', 'Priya'];
const HEADERS = {
  Activity: 'Date,Rep,Prospect,Deal,Activity,Outcome,Count,Amount,Channel,Minutes,Next step,Next step date,Notes,Check',
  Team: 'Rep,Email,Aliases,Segment,Manager,Start date,End date,Work days,Hours a week,Average deal',
  Goals: 'Rep,Period start,Period,Revenue goal',
  Outcomes: 'Outcome,Counts,From',
  Calendar: 'Date,Rep or Segment,Kind',
  Drills: 'Drill,Trains,Script',
  Meetings: `Date,Segment,Held,Minutes,Drill,${REPS.join(',')}`,
  Settings: 'Setting,Value',
};

const rowsOf = (book: WorkbookFile, title: string): FileCell[][] =>
  book.tabs.find((tab) => tab.title === title)?.rows.slice(1) ?? [];

const book = sampleWorkbook({ today: FRIDAY });
const rows = rowsOf(book, 'Activity');
const DATE = 0;
const REP = 1;
const PROSPECT = 2;
const ACTIVITY = 4;
const OUTCOME = 5;
const COUNT = 6;
const AMOUNT = 7;
const count = (...wanted: [column: number, value: FileCell][]) =>
  rows.filter((row) => wanted.every(([column, value]) => row[column] === value)).length;
const closes = (rep: string) => count([REP, rep], [ACTIVITY, 'Close'], [OUTCOME, 'Booked']);

describe('the workbook', () => {
  it('has all input tabs with the headers of the contract, dates and money formatted', () => {
    expect(Object.fromEntries(book.tabs.map((tab) => [tab.title, tab.rows[0]?.join(',')]))).toEqual(HEADERS);
    expect(book).toMatchObject({ locale: 'en_GB', timeZone: 'Europe/London' });
    expect(book.tabs[0]).toMatchObject({ frozenRows: 1, formats: { 0: { type: 'DATE' }, 7: { type: 'CURRENCY' } } });
    for (const { rows: all } of book.tabs) expect(all.every((row) => row.length <= (all[0]?.length ?? 0))).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(sampleWorkbook({ today: FRIDAY, seed: 1 })).toEqual(book);
    expect(rowsOf(sampleWorkbook({ today: FRIDAY, seed: 2 }), 'Activity')).not.toEqual(rows);
  });

  it.each([FRIDAY, '2026-01-01', '2026-03-01', '2027-02-28', '2026-07-13'])('ends on %s', (today) => {
    for (const seed of [1, 2]) {
      const all = rowsOf(sampleWorkbook({ today, seed }), 'Activity');
      expect(all.length).toBeGreaterThan(10_000);
      expect(all.length).toBeLessThan(15_500);
      const days = all.flatMap(([date]) => (typeof date === 'number' ? [date] : []));
      const end = Date.parse(today) / 86_400_000 + 25_569;
      const held = days.filter((day) => day > end).length;
      expect(held).toBeGreaterThan(0);
      expect(held).toBeLessThan(10);
      // The Monday of the 28th week back, and the last day is at most a long holiday away.
      expect(Math.min(...days)).toBeGreaterThan(end - 28 * 7);
      expect(Math.max(...days.filter((day) => day <= end))).toBeGreaterThan(end - 6);
    }
  });

  it('covers fewer weeks when asked, also one', () => {
    for (const weeks of [1, 4]) {
      const all = rowsOf(sampleWorkbook({ today: FRIDAY, weeks }), 'Activity');
      const days = all.flatMap(([date]) => (typeof date === 'number' ? [date] : []));
      expect(Math.min(...days)).toBe(FRIDAY_SERIAL - 4 - 7 * (weeks - 1));
      expect(REPS.filter((rep) => rep !== 'Tom' && !all.some((row) => row[REP] === rep))).toEqual([]);
    }
  });

  it.each(['2026-02-30', '20.11.2026', ''])('refuses the day %j', (today) => {
    expect(() => sampleWorkbook({ today })).toThrow(/a date such as/);
  });
});

describe('nobody real', () => {
  it('has no e-mail but at example.com', () => {
    const texts = book.tabs.flatMap((tab) => tab.rows.flat()).filter((cell) => typeof cell === 'string');
    const addresses = texts.filter((text) => text.includes('@'));
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((text) => !/^[a-z]+@example\.com$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /https?:|www\.|\+\d{6}/.test(text))).toEqual([]);
  });

  it('has several hundred prospects, none twice but for the planted near-duplicates', () => {
    const names = new Set(rows.flatMap((row) => (typeof row[PROSPECT] === 'string' ? [String(row[PROSPECT])] : [])));
    expect(names.size).toBeGreaterThan(500);
    const plain = (name: string) =>
      name
        .toLowerCase()
        .replace(/[.,]/g, '')
        .replace(/ (ltd|group|& co|partners)$/, '');
    const pairs = names.size - new Set([...names].map(plain)).size;
    expect(pairs).toBeGreaterThan(3);
    expect(pairs).toBeLessThan(20);
  });
});

describe('a believable team', () => {
  it('has every rep, 5 inside and 3 in the field', () => {
    const team = rowsOf(book, 'Team');
    expect(team.map(([rep]) => rep)).toEqual(REPS);
    expect(team.filter((row) => row[3] === 'Inside')).toHaveLength(5);
    expect(team.filter((row) => row[3] === 'Field')).toHaveLength(3);
    for (const rep of REPS) expect(count([REP, rep])).toBeGreaterThan(500);
  });

  it('has a Fred who calls much and closes little, and a Jane the other way round', () => {
    const attempts = (rep: string) => count([REP, rep], [ACTIVITY, 'Attempt to connect']);
    const opportunities = (rep: string) => count([REP, rep], [ACTIVITY, 'Opportunity']);
    expect(attempts('Fred')).toBeGreaterThan(4 * attempts('Jane'));
    expect(closes('Jane')).toBeGreaterThan(4 * closes('Fred'));
    // "closes 1 in 6", "closes 3 in 4"
    expect(closes('Fred') / opportunities('Fred')).toBeLessThan(0.25);
    expect(closes('Jane') / opportunities('Jane')).toBeGreaterThan(0.5);
  });

  it('has each step rarer than the one before', () => {
    const steps = ['Attempt to connect', 'Opportunity', 'Ask'].map((step) => count([ACTIVITY, step]));
    const booked = count([ACTIVITY, 'Close'], [OUTCOME, 'Booked']);
    expect([...steps, booked]).toEqual([...steps, booked].sort((a, b) => b - a));
    expect(count([ACTIVITY, 'Close'], [OUTCOME, 'Invoiced'])).toBeLessThan(booked);
    expect(count([ACTIVITY, 'Close'], [OUTCOME, 'Paid'])).toBeLessThan(
      count([ACTIVITY, 'Close'], [OUTCOME, 'Invoiced']),
    );
    for (const outcome of ['Lost', 'Cancelled', 'Renewed', 'Refunded']) {
      expect(count([ACTIVITY, 'Close'], [OUTCOME, outcome])).toBeGreaterThan(0);
    }
  });

  it('has inside reps with 15-25 touches a day (Jane fewer), a third of them reaching nobody, field reps with 4-6', () => {
    const missed = /^(left a message|no answer|voicemail|busy|agreed to call|wrong|bounced|automatic|dropped)/i;
    const perDay = (rep: string) => {
      const selling = rows.filter((row) => row[REP] === rep && row[PROSPECT] && row[ACTIVITY] !== 'Close');
      const days = new Set(selling.map(([date]) => date)).size;
      const nobody = selling.filter((row) => missed.test(String(row[OUTCOME] ?? ''))).length;
      return { touches: selling.length / days, nobody: nobody / selling.length };
    };
    for (const rep of ['Fred', 'Amir', 'Chloe', 'Tom']) {
      expect(perDay(rep).touches).toBeGreaterThan(14);
      expect(perDay(rep).touches).toBeLessThan(27);
      expect(perDay(rep).nobody).toBeGreaterThan(0.28);
      expect(perDay(rep).nobody).toBeLessThan(0.42);
    }
    for (const rep of ['Nadia', 'Oscar', 'Priya']) {
      expect(perDay(rep).touches).toBeGreaterThan(3.5);
      expect(perDay(rep).touches).toBeLessThan(6.5);
    }
  });

  it('rests on weekends but for a few Saturdays, on holidays and on leave; Tom starts in week 15', () => {
    const days = (keep: (row: FileCell[]) => boolean) =>
      rows.flatMap((row) => (typeof row[0] === 'number' && row[0] <= FRIDAY_SERIAL && keep(row) ? [row[0]] : []));
    const all = days(() => true);
    // 1899-12-30, day 0, was a Saturday.
    expect(all.filter((day) => day % 7 === 1)).toEqual([]);
    const saturdays = all.filter((day) => day % 7 === 0).length;
    expect(saturdays).toBeGreaterThan(0);
    expect(saturdays).toBeLessThan(100);
    for (const [day, who] of rowsOf(book, 'Calendar').filter((row) => row[2] !== 'Half day')) {
      expect(days((row) => row[0] === day && (who === null || who === row[1]))).toEqual([]);
    }
    expect(rowsOf(book, 'Calendar').filter((row) => row[1] === 'Chloe')).toHaveLength(5);
    expect(Math.min(...days((row) => row[1] === 'Tom'))).toBe(FIRST_MONDAY + 14 * 7);
  });

  it('has today half full', () => {
    const on = (day: number) => rows.filter((row) => row[DATE] === day).length;
    const usual = (on(FRIDAY_SERIAL - 7) + on(FRIDAY_SERIAL - 14)) / 2;
    expect(on(FRIDAY_SERIAL) / usual).toBeGreaterThan(0.35);
    expect(on(FRIDAY_SERIAL) / usual).toBeLessThan(0.75);
  });

  it('has quarterly goals that some reach and some do not', () => {
    const goals = rowsOf(book, 'Goals').filter((row) => row[1] === 46204);
    const reached = goals
      .filter(([rep]) => rep !== null)
      .map(([rep, start, , goal]) => {
        const booked = rows
          .filter((row) => row[1] === rep && row[4] === 'Close' && row[5] === 'Booked')
          .filter((row) => Number(row[0]) >= Number(start) && Number(row[0]) < Number(start) + 92)
          .reduce((sum, row) => sum + (Number(row[AMOUNT]) || 0), 0);
        return booked / Number(goal);
      });
    expect(reached.some((share) => share >= 0.95)).toBe(true);
    expect(reached.some((share) => share < 0.8)).toBe(true);
    const team = goals.find(([rep]) => rep === null)?.[3];
    expect(team).toBe(goals.filter(([rep]) => rep !== null).reduce((sum, row) => sum + Number(row[3]), 0));
  });

  it('states in meetings about what is recorded', () => {
    const held = rowsOf(book, 'Meetings').filter((row) => row[1] === 'Inside' && row[2] === 'Yes');
    expect(held.length).toBeGreaterThan(100);
    const fred = held.map((row) => Number(row[5]));
    expect(fred.reduce((a, b) => a + b) / fred.length).toBeGreaterThan(10);
  });
});

describe('messy rows, about one in a hundred', () => {
  const messy: Record<string, (row: FileCell[]) => boolean> = {
    'no date': (row) => row[0] === null,
    'a date as text': (row) => /^\d+\/\d+\/\d\d$/.test(String(row[0])),
    'a day to come': (row) => Number(row[0]) > FRIDAY_SERIAL,
    'a rep on no list': (row) => /^(Zed|the new one|Temp)$/.test(String(row[1])),
    'no rep': (row) => row.length > 1 && row[1] === null,
    'two reps': (row) => String(row[1]).includes(';'),
    'no activity': (row) => row.length > 2 && row[4] === null,
    'an activity in lower case or short': (row) =>
      /^(attempt|call|atc|follow up|fu|followup|opp|ask|asked|close|admin)$/i.test(String(row[4])) &&
      !['Ask', 'Close'].includes(String(row[4])),
    'an outcome on no list': (row) => /lift|ghosted|till Monday/.test(String(row[5])),
    '26 voicemails': (row) => row[COUNT] === 26,
    'money as text': (row) => /^£ [\d,]+\.00$/.test(String(row[7])),
    'a blank row': (row) => row.length === 0,
  };
  it.each(Object.entries(messy))('%s', (_, matches) => {
    const found = rows.filter(matches).length;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(40);
  });

  it('exact duplicates', () => {
    const twice = rows.filter((row, i) => row[PROSPECT] && JSON.stringify(row) === JSON.stringify(rows[i - 1]));
    expect(twice.length).toBeGreaterThan(3);
  });
});
