import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A real activity log with independently computed figures; it is not part of the project. */
const FOLDER = new URL('../../../shared/data/bank-loans/', import.meta.url);
const at = (name: string): string => fileURLToPath(new URL(name, FOLDER));

export const bankLoans = at('activities.csv.gz');
export const bankLoansAreHere = existsSync(bankLoans);
export const BANK_LOANS_MISSING = 'the activity log ../shared/data/bank-loans is not here';

export type Line = Readonly<Record<string, string>>;

/** Lines by their header; the files have no quotes. */
export function linesOf(csv: string): Line[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

export const expectedLines = async (name: string): Promise<Line[]> =>
  linesOf(await readFile(at(`expected/${name}`), 'utf8'));

export const expectedTotals = async (): Promise<unknown> =>
  JSON.parse(await readFile(at('expected/totals.json'), 'utf8'));

export const activityLines = async (): Promise<Line[]> => linesOf(gunzipSync(await readFile(bankLoans)).toString());

const DAY = 86_400_000;

/** `2011-W52` -> `2011-12-26`: the Monday of the week that holds 4 January, and so many weeks later. */
export function mondayOf(isoWeek: string): string {
  const [year = Number.NaN, week = Number.NaN] = isoWeek.split('-W').map(Number);
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  return new Date(monday + (week - 1) * 7 * DAY).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
