import type { DateOrder } from '../cells/date-cell.ts';
import type { Rules } from '../inputs/rules.ts';
import type { TabReading } from './snapshot.ts';

/** How the Activity tab of a workbook was last read. */
export interface LastReading {
  /** Digest of the inputs under which rows were read. */
  readonly under: string;
  /** Those inputs, understood. */
  readonly rules: Rules;
  readonly dateOrder: DateOrder | undefined;
  readonly read: TabReading;
}

/** What a warm function remembers of the workbooks that it read, so that the next reading costs what changed. */
export interface LastReadings {
  /** Hands it over: a reading is used up by the next one, which is to be kept in its place if there is one. */
  take(workbook: string): LastReading | undefined;
  keep(workbook: string, reading: LastReading): void;
}

/** In memory, the workbooks read last; `rows`: how many rows all of them may have (about 500 bytes each). */
export function lastReadings(rows: number): LastReadings {
  const kept = new Map<string, LastReading>();
  return {
    take(workbook) {
      const reading = kept.get(workbook);
      kept.delete(workbook);
      return reading;
    },
    keep(workbook, reading) {
      kept.delete(workbook);
      kept.set(workbook, reading);
      let left = rows;
      for (const [name, { read }] of [...kept].reverse()) {
        if (read.tab.length > left) kept.delete(name);
        else left -= read.tab.length;
      }
    },
  };
}
