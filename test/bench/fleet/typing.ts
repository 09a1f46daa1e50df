import type { Random } from '../../../local/sample/random.ts';
import { TEAM, WORKING_HOURS } from './assumptions.ts';

/**
 * When the rows of one workbook are typed on one day, in order (epoch milliseconds). A rep sits down a few times, at any
 * minute of the working hours, and types some rows one after the other.
 */
export function typedRows(random: Random): Float64Array {
  const times: number[] = [];
  const { reps, rowsADay, rowsAtATime, betweenRowsMs } = TEAM;
  const chance = 1 / rowsAtATime;
  for (let left = reps * rowsADay; left > 0; ) {
    let at = WORKING_HOURS.from + random.next() * (WORKING_HOURS.to - WORKING_HOURS.from);
    do {
      times.push(at);
      left--;
      at += exponential(random, betweenRowsMs);
    } while (left > 0 && at < WORKING_HOURS.to && !random.chance(chance));
  }
  return Float64Array.from(times).sort();
}

/** With that mean. */
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random.next());
