import type { Workbook } from '../../model/workbook.ts';
import { cleanText } from './clean-text.ts';

const MOST = 31;

/** Names as Excel takes them: 31 characters, none of `: \ / ? * [ ]`, no apostrophe at an end, each only once. */
export class SheetNames {
  private readonly taken = new Set<string>();
  private readonly byId = new Map<number, string>();

  constructor(workbook: Workbook) {
    for (const sheet of workbook.sheets) this.byId.set(sheet.id, this.take(sheet.title));
  }

  /** The name that a tab of the workbook has in the file. */
  of(sheetId: number): string {
    return this.byId.get(sheetId) ?? '';
  }

  /** A free name like `title`. */
  take(title: string): string {
    const plain = allowed(title);
    let name = plain;
    for (let count = 2; this.taken.has(name.toLowerCase()); count += 1) name = shortened(plain, ` (${count})`);
    this.taken.add(name.toLowerCase());
    return name;
  }
}

function allowed(title: string): string {
  const clean = cleanText(title)
    .replace(/[\t\n]/g, ' ')
    .replace(/[:\\/?*[\]]/g, '_');
  const name = shortened(clean.trim() === '' ? 'Sheet' : clean, '').replace(/^'|'$/g, '_');
  // Excel keeps this name for itself.
  return name.toLowerCase() === 'history' ? 'History_' : name;
}

/** Cut so that the end still fits, and never within a character. */
const shortened = (name: string, end: string): string =>
  name.slice(0, MOST - end.length).replace(/[\ud800-\udbff]$/, '') + end;
