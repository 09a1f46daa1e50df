import { plural } from '../../lambdas/tabs/cells.ts';
import { shownRow } from '../shown-row.ts';
import type { Erased, ErasePlan } from './erase.ts';
import type { Found } from './find-name.ts';
import type { Person } from './person.ts';
import type { SheetRows } from './sheet-rows.ts';

const LISTED = 20;

/** Rows of the sheet for people: number of the row, and what stands there. */
function rowList(rows: SheetRows['own']): string {
  const lines = rows.slice(0, LISTED).map(({ at, line, repDay }) => `  row ${at + 1}: ${shownRow(line, repDay.day)}\n`);
  return `${lines.join('')}${rows.length > LISTED ? `  and ${rows.length - LISTED} more\n` : ''}`;
}

/** Why nothing is erased: the sheet says it still. */
export const stillThere = ({ name }: Person, own: SheetRows['own']): string =>
  `\nNothing was erased: the tab Activity still holds ${plural(own.length, 'row')} of ${name}. Take ${own.length === 1 ? 'it' : 'them'} out first (delete the row, or put another name in Prospect), then run it again.\n${rowList(own)}`;

/** Rows that may be meant too, and that this command leaves alone. */
export function warnings({ name }: Person, { alike, naming }: SheetRows): string {
  const spellings = [...alike].map(([typed, rows]) => `  ${typed} (${plural(rows, 'row')})\n`);
  return [
    spellings.length === 0
      ? ''
      : `Other spellings that may be ${name}; each is a prospect of its own:\n${spellings.join('')}`,
    naming.length === 0
      ? ''
      : `${plural(naming.length, 'row')} of other prospects ${naming.length === 1 ? 'names' : 'name'} ${name} in another cell, such as Notes; they stay as they are:\n${rowList(naming)}`,
  ].join('');
}

export const planned = ({ name }: Person, { past, archived }: ErasePlan): string =>
  `Would erase ${name}: ${plural(past.rows, 'row')} from ${plural(past.rewritten.length, 'stored day')} of reps${archived > 0 ? ` (${plural(archived, 'row')} that are stored now)` : ''}, ${plural(past.deleted, 'item')} of past figures, first-seen times and agendas.\n`;

export function told({ name }: Person, { past, store, tabs }: Erased): string {
  const left = [...store.found.values()].reduce((sum, items) => sum + items, 0);
  return [
    `Erased ${name}: ${plural(past.rows, 'row')} from ${plural(past.rewritten.length, 'stored day')} of reps, ${plural(past.deleted, 'item')} of past figures.\n`,
    past.rows + past.deleted === 0
      ? 'Nothing was stored under that name; if there should have been, check its spelling.\n'
      : '',
    `Looked through all ${plural(store.items, 'stored item')}: ${left} ${left === 1 ? 'names' : 'name'} ${name}${left === 0 ? '' : ` (${places(store.found)})`}.\n`,
    left === 0
      ? ''
      : 'What is left is no row of this prospect: notes, rep names, settings or other spellings that contain the name. Mend the sheet and sync, then run it again.\n',
    store.unreadable === 0
      ? ''
      : `${plural(store.unreadable, 'item')} of writes that broke off could not be read; the nightly sweep deletes them.\n`,
    ...[...tabs].map(
      ([id, found]) =>
        `The name still stands in the spreadsheet ${id}: ${places(found)}. Take it out there; tabs that restore made can be deleted.\n`,
    ),
    OUT_OF_REACH,
  ].join('');
}

const places = (found: Found): string => [...found].map(([place, count]) => `${place} ${count}`).join(', ');

const OUT_OF_REACH = `Out of reach of this command:
  the point-in-time backups of the table hold what was there for up to 35 days more;
  File > Version history of the spreadsheet at Google (copy the spreadsheet without it, or delete it there);
  exports, copies and downloads that people made.
`;
