import { civilOf, type Day } from '../../lambdas/domain/days/day.ts';
import type { Entry } from './entry.ts';
import type { Random } from './random.ts';

/** A way in which people mistype a row. */
interface Slip {
  readonly name: string;
  /** In a workbook of 28 weeks. */
  readonly times: number;
  readonly fits: (entry: Entry) => boolean;
  readonly change: (entry: Entry, random: Random, today: Day) => void;
}

const FULL_SIZE = 13_000;
const any = (): boolean => true;
const selling = (entry: Entry): boolean => entry.prospect !== undefined;
const is =
  (activity: string, outcome?: string) =>
  (entry: Entry): boolean =>
    entry.activity === activity && (outcome === undefined || entry.outcome === outcome);
const priced = (entry: Entry): boolean => typeof entry.amount === 'number';

const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  'Attempt to connect': ['attempt', 'attempt to connect', 'Call', 'ATC'],
  'Follow-up': ['follow up', 'FU', 'followup'],
  Opportunity: ['opp', 'opportunity', 'OPPORTUNITY'],
  Ask: ['ask', 'asked'],
  Close: ['close', 'Closed'],
  Administration: ['admin'],
};

// biome-ignore format: a table
const SLIPS: readonly Slip[] = [
  { name: 'no date', times: 8, fits: any, change: (entry) => { delete entry.date; } },
  { name: 'ambiguous date', times: 3, fits: any, change: (entry) => { if (typeof entry.date === 'number') entry.date = shortDate(entry.date); } },
  { name: 'a day in words', times: 2, fits: any, change: (entry) => { entry.date = 'last Tuesday'; } },
  { name: 'next month', times: 3, fits: is('Attempt to connect'), change: (entry, random, today) => { entry.date = today + random.between(10, 35); } },
  { name: 'rep on no list', times: 6, fits: any, change: (entry, random) => { entry.rep = random.pick(['Zed', 'the new one', 'Temp']); } },
  { name: 'no rep', times: 10, fits: any, change: (entry) => { delete entry.rep; } },
  { name: 'alias', times: 12, fits: is('Attempt to connect'), change: (entry) => { entry.rep = `${entry.rep?.toLowerCase()}@example.com`; } },
  { name: 'two reps', times: 14, fits: is('Opportunity'), change: (entry) => { entry.rep = entry.rep === 'Nadia' ? 'Nadia; Priya' : `${entry.rep}; Nadia`; } },
  { name: 'no prospect', times: 3, fits: selling, change: (entry) => { delete entry.prospect; } },
  { name: 'prospect spelt otherwise', times: 12, fits: (entry) => / (Ltd|Group)$/.test(entry.prospect ?? ''), change: (entry, random) => { entry.prospect = misspelt(entry.prospect ?? '', random); } },
  { name: 'no activity', times: 8, fits: is('Attempt to connect'), change: (entry) => { delete entry.activity; } },
  { name: 'activity on no list', times: 2, fits: selling, change: (entry, random) => { entry.activity = random.pick(['Lunch', 'Training']); } },
  { name: 'short form', times: 24, fits: (entry) => SHORT_FORMS[entry.activity ?? ''] !== undefined, change: (entry, random) => { entry.activity = random.pick(SHORT_FORMS[entry.activity ?? ''] ?? []); } },
  { name: 'outcome on no list', times: 8, fits: is('Attempt to connect'), change: (entry, random) => { entry.outcome = random.pick(['chatted in the lift', 'ghosted', 'on holiday till Monday']); } },
  { name: 'outcome in other letters', times: 6, fits: is('Attempt to connect', 'Left a message'), change: (entry) => { entry.outcome = ' left  a MESSAGE'; } },
  { name: 'won', times: 2, fits: is('Close', 'Booked'), change: (entry) => { entry.outcome = 'Won'; } },
  { name: 'close without outcome', times: 2, fits: is('Close', 'Booked'), change: (entry) => { delete entry.outcome; } },
  { name: 'a pile of voicemails', times: 5, fits: is('Attempt to connect', 'Voicemail'), change: (entry) => { entry.count = 26; entry.notes = 'went through the list'; } },
  { name: 'amount as text', times: 8, fits: priced, change: (entry) => { entry.amount = `£ ${Number(entry.amount).toLocaleString('en-GB')}.00`; } },
  { name: 'unreadable amount', times: 2, fits: is('Ask'), change: (entry) => { entry.amount = 'tbc'; } },
  { name: 'no amount', times: 3, fits: is('Ask'), change: (entry) => { delete entry.amount; } },
];

const DUPLICATES = 8;
const BLANK_ROWS = 3;

/** Spoils about one row in a hundred, as people do; the rest and the order stay. */
export function makeAMess(entries: readonly Entry[], random: Random, today: Day): Entry[] {
  const rows = entries.map((entry) => ({ ...entry }));
  const size = rows.length / FULL_SIZE;
  const spoilt = new Set<Entry>();
  for (const slip of SLIPS) {
    const fitting = rows.filter((row) => !spoilt.has(row) && slip.fits(row));
    for (let times = Math.max(1, Math.round(slip.times * size)); times > 0 && fitting.length > 0; times--) {
      const [row] = fitting.splice(random.between(0, fitting.length - 1), 1);
      if (!row) break;
      slip.change(row, random, today);
      spoilt.add(row);
    }
  }
  for (let times = Math.max(1, Math.round(DUPLICATES * size)); times > 0; times--) {
    const at = random.between(0, rows.length - 1);
    rows.splice(at, 0, { ...rows[at] });
  }
  for (let times = BLANK_ROWS; times > 0; times--) rows.splice(random.between(0, rows.length), 0, {});
  return rows;
}

/** `3/4/26`: a year of two figures leaves more than one reading. */
function shortDate(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${date}/${month}/${year % 100}`;
}

function misspelt(name: string, random: Random): string {
  const bare = name.replace(/ (Ltd|Group)$/, '');
  return random.pick([bare, `${name}.`, name.toUpperCase(), `${bare}, ${name.slice(bare.length + 1)}`]);
}
