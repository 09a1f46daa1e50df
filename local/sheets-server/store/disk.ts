import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Entry, Removal } from './entry.ts';
import { type JournalLine, replay } from './journal-line.ts';
import { entryFromSnapshot, snapshotOf } from './snapshot.ts';

/** A journal longer than this is folded into a new snapshot. */
const COMPACT_BYTES = 32 * 1024 * 1024;

interface Journal {
  readonly file: number;
  bytes: number;
}

/**
 * One snapshot and one journal a workbook. A write is one journal line, on disk before it is answered; the snapshot is
 * renewed when the server starts and stops, and when the journal is long. A torn last line is a write that was never
 * acknowledged.
 */
export class Disk {
  private readonly folder: string;
  private readonly journals = new Map<string, Journal>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  load(): Entry[] {
    const gone = new Map(this.removals().map((removal) => [removal.fileId, removal.change]));
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.workbook.json'));
    return names.flatMap((name) => {
      const entry = entryFromSnapshot(JSON.parse(readFileSync(path.join(this.folder, name), 'utf8')));
      // Removed just before a crash; a workbook that came back later has a higher number.
      if ((gone.get(entry.workbook.id) ?? 0) > entry.change) return [];
      const lines = readLines<JournalLine>(this.journalPath(entry.workbook.id));
      for (const line of lines) replay(entry, line);
      // Also when the only line is torn: the next one must not be written behind it.
      if (existsSync(this.journalPath(entry.workbook.id))) this.snapshot(entry);
      return [entry];
    });
  }

  removals(): Removal[] {
    return readLines<Removal>(path.join(this.folder, 'removed.jsonl'));
  }

  /** The snapshot carries the number of its last change, so a crash before the journal is emptied does no harm. */
  snapshot(entry: Entry): void {
    const target = this.snapshotPath(entry.workbook.id);
    const temporary = `${target}.tmp`;
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, JSON.stringify(snapshotOf(entry)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
    this.syncFolder();
    this.endJournal(entry.workbook.id);
    rmSync(this.journalPath(entry.workbook.id), { force: true });
  }

  append(id: string, line: JournalLine): void {
    const journal = this.journals.get(id) ?? this.openJournal(id);
    const text = `${JSON.stringify(line)}\n`;
    try {
      writeFileSync(journal.file, text);
      fdatasyncSync(journal.file);
    } catch (error) {
      // A write that is answered with an error leaves no half line for the next one to follow.
      ftruncateSync(journal.file, journal.bytes);
      throw error;
    }
    journal.bytes += Buffer.byteLength(text);
  }

  /** Whether it is time for a new snapshot. */
  isLong(id: string): boolean {
    return (this.journals.get(id)?.bytes ?? 0) > COMPACT_BYTES;
  }

  remove(removal: Removal): void {
    const file = openSync(path.join(this.folder, 'removed.jsonl'), 'a');
    try {
      writeFileSync(file, `${JSON.stringify(removal)}\n`);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    this.endJournal(removal.fileId);
    rmSync(this.snapshotPath(removal.fileId), { force: true });
    rmSync(this.journalPath(removal.fileId), { force: true });
  }

  close(): void {
    for (const id of [...this.journals.keys()]) this.endJournal(id);
  }

  private openJournal(id: string): Journal {
    const journal = { file: openSync(this.journalPath(id), 'a'), bytes: 0 };
    this.journals.set(id, journal);
    this.syncFolder();
    return journal;
  }

  private endJournal(id: string): void {
    const journal = this.journals.get(id);
    if (journal !== undefined) closeSync(journal.file);
    this.journals.delete(id);
  }

  /** A new or renamed file is sure to be found after a crash only when its folder is written too. */
  private syncFolder(): void {
    const file = openSync(this.folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  private snapshotPath = (id: string) => path.join(this.folder, `${id}.workbook.json`);
  private journalPath = (id: string) => path.join(this.folder, `${id}.journal.jsonl`);
}

/** The lines that were written whole. */
function readLines<Line>(file: string): Line[] {
  if (!existsSync(file)) return [];
  const lines: Line[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (text === '') continue;
    try {
      // Written by this class: the shape is ours.
      lines.push(JSON.parse(text) as Line);
    } catch {
      break;
    }
  }
  return lines;
}
