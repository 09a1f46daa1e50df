import type { BenchWorkbook } from '../data/workbook.ts';
import type { Arena, Turn } from './arena.ts';
import { fileOf, type Versions } from './data.ts';
import type { Work } from './peers.ts';
import type { Command } from './pipeline.ts';

/** Leadsheet's turns, between those of the peers: before each, the sheet is made such that there is the work to do. */
export class Ours {
  private readonly arena: Arena;
  private readonly spreadsheet: string;
  private readonly workbook: BenchWorkbook;
  private readonly versions: Versions;
  private loads = 0;
  private shown: keyof Versions = 'base';

  constructor(arena: Arena, spreadsheet: string, workbook: BenchWorkbook, versions: Versions) {
    this.arena = arena;
    this.spreadsheet = spreadsheet;
    this.workbook = workbook;
    this.versions = versions;
  }

  /** Before a work: the sheet as it was, and everything known of it. Not measured. */
  async settle(work: Work): Promise<void> {
    if (work === 'first load') return;
    this.show('base');
    await this.arena.run([this.command()]);
    await this.arena.run([this.command()]);
  }

  async turn(work: Work): Promise<Turn> {
    if (work === 'first load') await this.begin();
    // There and back: the same rows change each time.
    if (work === '1 % changed') this.show(this.shown === 'base' ? 'onePercent' : 'base');
    if (work === '100 % changed') {
      // A row that was stored hours ago is not put again: in the table of a turn before, most would be found.
      await this.begin();
      await this.settle(work);
      this.show('all');
    }
    return this.arena.run([this.command()]);
  }

  /** The workbook as it was at first, and a table that knows nothing of it. */
  private async begin(): Promise<void> {
    this.loads++;
    this.arena.add(fileOf(this.spreadsheet, this.workbook));
    await this.arena.makeLeadsheetTable(this.table());
  }

  /** One row is typed, and worked through. */
  async typedRow(cell: string, text: string): Promise<Turn> {
    this.arena.type(this.spreadsheet, cell, text);
    return this.arena.run([this.command()]);
  }

  private show(version: keyof Versions): void {
    this.arena.serve(this.spreadsheet, this.versions[version]);
    this.shown = version;
  }

  private command(): Command {
    return this.arena.node('leadsheet-script', { ...this.arena.env(this.spreadsheet), TABLE: this.table() });
  }

  private table(): string {
    return `${this.spreadsheet}-${this.loads}`;
  }
}
