import type { Cell } from '../domain/cells/cell.ts';
import type { WantedCells } from '../domain/cells/tab-rows.ts';
import { COMMA, ESCAPE, isSpace, QUOTE } from './json-bytes.ts';
import type { RowBytes } from './rows-again.ts';

/** So many cells are taken apart at once, at most; more would only take memory. */
const BLOCK = 7000;
/** When there are more different cells, all are forgotten: notes seldom repeat. */
const MOST = 50_000;
/** A power of two, more than twice what can be there after one more block. */
const SLOTS = 1 << 17;
const FNV_PRIME = 0x01000193;

/**
 * Reads rows cell by cell. Most cells repeat, so they are told apart as bytes, and each that differs is parsed and read
 * once for its column. `parse` takes an array in JSON.
 */
export function readDifferentCells<T>(
  tab: RowBytes,
  rows: Int32Array,
  { columns, read }: WantedCells<T>,
  parse: (json: string) => readonly Cell[],
  each: (cells: readonly T[], row: number) => void,
): void {
  if (rows.length === 0) return;
  const width = columns.length;
  const empty = columns.map((_, place) => read(undefined, place));
  const different = new DifferentCells(tab, columns);
  /** What the cells are, by their numbers. */
  const known: (T | undefined)[] = [undefined];
  const cells = [...empty];
  const step = Math.max(1, Math.floor(BLOCK / width));
  for (let from = 0; from < rows.length; from += step) {
    if (different.count > MOST) {
      different.forget();
      known.length = 1;
    }
    const block = rows.subarray(from, from + step);
    const numbers = different.numbersIn(block);
    if (different.count >= known.length) {
      const met = parse(different.jsonFrom(known.length));
      for (const cell of met) known.push(read(cell, different.placeOf(known.length)));
    }
    let at = 0;
    for (const row of block) {
      for (let place = 0; place < width; place++, at++) {
        const number = numbers[at] ?? 0;
        cells[place] = (number === 0 ? empty[place] : known[number]) as T; // each number has its cell
      }
      each(cells, row);
    }
  }
}

/** Cells, told apart by their column and bytes, and numbered from 1 in the order in which they are met. */
class DifferentCells {
  private readonly body: Buffer;
  private readonly bounds: Int32Array;
  private readonly width: number;
  /** By column of the sheet: its place among those that are wanted. */
  private readonly places: readonly (number | undefined)[];
  /** Numbers by hash; 0 = none. */
  private readonly slots = new Int32Array(SLOTS);
  /** By number: where the cell lies, and its place. */
  private readonly starts = [0];
  private readonly ends = [0];
  private readonly placesOf = [0];

  constructor({ body, bounds }: RowBytes, columns: readonly number[]) {
    this.body = body;
    this.bounds = bounds;
    this.width = columns.length;
    const last = Math.max(-1, ...columns);
    this.places = Array.from({ length: last + 1 }, (_, column) => {
      const place = columns.indexOf(column);
      return place < 0 ? undefined : place;
    });
  }

  get count(): number {
    return this.starts.length - 1;
  }

  placeOf(number: number): number {
    return this.placesOf[number] ?? 0;
  }

  forget(): void {
    this.slots.fill(0);
    for (const list of [this.starts, this.ends, this.placesOf]) list.length = 1;
  }

  /** The cells from this number on, as an array in JSON. */
  jsonFrom(number: number): string {
    const texts: string[] = [];
    for (let at = number; at <= this.count; at++)
      texts.push(this.body.toString('utf8', this.starts[at], this.ends[at]));
    return `[${texts.join()}]`;
  }

  /** Row by row the wanted cells; 0 = empty. */
  numbersIn(rows: Int32Array): Int32Array {
    const numbers = new Int32Array(rows.length * this.width);
    rows.forEach((row, at) => {
      this.addRow(row, numbers, at * this.width);
    });
    return numbers;
  }

  private addRow(row: number, numbers: Int32Array, first: number): void {
    const { body, bounds, places } = this;
    let at = bounds[2 * row] ?? 0;
    /** Where the bracket stands that ends the row. */
    const last = (bounds[2 * row + 1] ?? 0) - 1;
    for (let column = 0; at < last; column++) {
      at++; // the bracket or the comma before the cell
      while (isSpace(body[at])) at++;
      if (at === last) return; // of an empty row
      const start = at;
      let hash = column;
      if (body[at] === QUOTE) {
        for (at++; at < last && body[at] !== QUOTE; at++) {
          if (body[at] === ESCAPE) at++;
          hash = Math.imul(hash ^ (body[at] ?? 0), FNV_PRIME);
        }
        at++;
      }
      for (; at < last && body[at] !== COMMA; at++) hash = Math.imul(hash ^ (body[at] ?? 0), FNV_PRIME);
      const place = places[column];
      const isEmptyText = at === start + 2 && body[start] === QUOTE;
      if (place !== undefined && !isEmptyText) numbers[first + place] = this.numberOf(place, start, at, hash);
    }
  }

  private numberOf(place: number, start: number, end: number, hash: number): number {
    const { slots } = this;
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const known = slots[slot] ?? 0;
      if (known === 0) break;
      if (this.placesOf[known] === place && this.equals(known, start, end)) return known;
      slot = (slot + 1) & (SLOTS - 1);
    }
    slots[slot] = this.starts.length;
    this.ends.push(end);
    this.placesOf.push(place);
    return this.starts.push(start) - 1;
  }

  private equals(known: number, start: number, end: number): boolean {
    const { body } = this;
    let other = this.starts[known] ?? 0;
    if ((this.ends[known] ?? 0) - other !== end - start) return false;
    for (let at = start; at < end; at++, other++) if (body[at] !== body[other]) return false;
    return true;
  }
}
