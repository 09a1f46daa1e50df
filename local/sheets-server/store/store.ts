import { randomBytes, randomInt } from 'node:crypto';
import { notFound } from '../api-error.ts';
import type { Json } from '../json.ts';
import { type Mint, newMint } from '../mint.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Input, WriteOperation } from '../operation.ts';
import type { Disk } from './disk.ts';
import type { Entry, Removal } from './entry.ts';

/** Every workbook of the server. A write is on disk before anybody sees it. */
export class Store {
  private readonly entries = new Map<string, Entry>();
  private readonly removals: Removal[] = [];
  private lastChange = 0;
  private readonly clock: () => number;
  private readonly disk: Disk | undefined;

  constructor(clock: () => number, disk?: Disk) {
    this.clock = clock;
    this.disk = disk;
    if (disk === undefined) return;
    for (const entry of disk.load()) {
      entry.workbook.clock = clock;
      this.entries.set(entry.workbook.id, entry);
    }
    this.removals.push(...disk.removals());
    for (const { change } of [...this.entries.values(), ...this.removals])
      this.lastChange = Math.max(this.lastChange, change);
  }

  /** Throws 404 when there is no such workbook. */
  get(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry === undefined) throw notFound();
    return entry;
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  /** Newest change first, as Drive lists files. */
  list(): Entry[] {
    return [...this.entries.values()].sort((a, b) => b.change - a.change);
  }

  newId(): string {
    return `1${randomBytes(33).toString('base64url').slice(0, 43)}`;
  }

  mint(): Mint {
    return newMint(randomInt(2 ** 32), this.clock());
  }

  /** Puts a workbook in place, also of one with the same id. */
  add(workbook: Workbook): Entry {
    if (!/^[A-Za-z0-9_-]+$/.test(workbook.id))
      throw new Error(`A spreadsheet id has letters, digits, "-" and "_" only, not "${workbook.id}".`);
    const now = this.clock();
    const before = this.entries.get(workbook.id);
    const entry: Entry = {
      workbook,
      version: (before?.version ?? 0) + 1,
      change: this.lastChange + 1,
      createdTime: before?.createdTime ?? now,
      modifiedTime: now,
    };
    workbook.clock = this.clock;
    this.disk?.snapshot(entry);
    this.lastChange = entry.change;
    this.entries.set(workbook.id, entry);
    return entry;
  }

  /** Runs the operation on a draft and puts the draft in place; when it throws, nothing happened. */
  write(id: string, operation: WriteOperation, input: Input): Json {
    const entry = this.get(id);
    const seed = randomInt(2 ** 32);
    const time = this.clock();
    const draft = entry.workbook.fork();
    draft.clock = () => time;
    const result = operation.run(draft, input, newMint(seed, time));
    const change = this.lastChange + 1;
    this.disk?.append(id, { operation: operation.name, input, seed, time, change });
    this.lastChange = change;
    draft.clock = this.clock;
    entry.workbook = draft;
    entry.version += 1;
    entry.change = change;
    entry.modifiedTime = time;
    if (this.disk?.isLong(id) === true) this.disk.snapshot(entry);
    return result;
  }

  remove(id: string): void {
    this.get(id);
    const removal = { fileId: id, change: this.lastChange + 1, time: this.clock() };
    this.disk?.remove(removal);
    this.lastChange = removal.change;
    this.entries.delete(id);
    this.removals.push(removal);
  }

  /** Number of the latest change; the next one has the number after it. */
  get latestChange(): number {
    return this.lastChange;
  }

  removedSince(change: number): readonly Removal[] {
    return this.removals.filter((removal) => removal.change >= change && !this.entries.has(removal.fileId));
  }

  close(): void {
    for (const entry of this.entries.values()) this.disk?.snapshot(entry);
    this.disk?.close();
  }
}
