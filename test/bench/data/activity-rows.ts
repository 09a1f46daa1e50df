import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { type Day, isoOf } from '../../../lambdas/domain/days/day.ts';
import { type Random, randomFrom } from '../../../local/sample/random.ts';
import { prospectName, repName } from './names.ts';
import { type Deed, SalesRep } from './sales-rep.ts';

export interface LogSize {
  readonly rows: number;
  readonly reps: number;
  readonly weeks: number;
}

/** A Friday. Every log ends on it. */
export const LAST_DAY: Day = 46_339; // 2026-11-13

export const ACTIVITY_HEADER = 'Date,Rep,Prospect,Deal,Activity,Outcome,Count,Amount,Channel,Minutes,Notes,Check'.split(
  ',',
);
/** The Check column of ACTIVITY_HEADER. */
export const CHECK_AT = ACTIVITY_HEADER.length - 1;

/** The day's work is typed by the reps beside each other, oldest day first. The same size gives the same rows. */
export function activityRows({ rows, reps, weeks }: LogSize): Cell[][] {
  const random = randomFrom(20_261_113);
  let prospects = 0;
  const team = Array.from({ length: reps }, () => new SalesRep(random, () => prospectName(prospects++)));
  const days = weeks * 5;
  const slots = days * reps;
  const log: Cell[][] = [];
  let reached = 0;
  for (let slot = 0; slot < days; slot++) {
    const day = LAST_DAY - 4 - 7 * (weeks - 1 - Math.floor(slot / 5)) + (slot % 5);
    const typed: { readonly order: number; readonly cells: Cell[] }[] = [];
    for (const [index, rep] of team.entries()) {
      // Cumulative, so that busy and quiet days add up to exactly as many rows as were asked for.
      const at = slot * reps + index + 1;
      const until = at === slots ? rows : Math.floor(((at - random.next()) * rows) / slots);
      for (; reached < until; reached++)
        typed.push({ order: random.next(), cells: cellsOf(rep.next(), day, index, random) });
    }
    typed.sort((a, b) => a.order - b.order);
    for (const { cells } of typed) log.push(cells);
  }
  return log;
}

/** As people type: mostly tidy, some in a hurry; every sixth rep by a form, which adds the time. */
function cellsOf(deed: Deed, day: Day, index: number, random: Random): Cell[] {
  const date = index % 6 === 0 ? day + random.between(8 * 60, 18 * 60) / 1440 : day;
  const cells: Cell[] = [date, repName(index), deed.prospect, deed.deal, deed.activity, deed.outcome];
  cells.push(deed.count ?? '', deed.amount ?? '', deed.channel, deed.minutes ?? '', deed.notes, '');
  if (random.chance(0.96)) return cells;
  hurry(cells, day, index, random);
  return cells;
}

/** In the order of ACTIVITY_HEADER. */
function hurry(cells: Cell[], day: Day, index: number, random: Random): void {
  switch (random.between(0, 9)) {
    case 0:
    case 1:
      cells[0] = isoOf(day);
      break;
    case 2:
      cells[0] = random.pick(['', 'yesterday', isoOf(day)]);
      break;
    case 3:
      cells[1] = `${repName(index)}; ${repName(index + 1)}`;
      break;
    case 4:
      cells[1] = random.pick(['', 'Somebody Else', repName(index).toUpperCase()]);
      break;
    case 5:
    case 6:
      cells[4] = random.pick(['fu', 'opp', 'Call', 'att', '']);
      break;
    case 7:
      cells[5] = random.pick(['will think about it', 'sent the brochure', 'lunch']);
      break;
    case 8:
      if (typeof cells[7] === 'number') cells[7] = `£ ${cells[7].toLocaleString('en-GB')}.00`;
      break;
    default:
      cells[2] = ` ${String(cells[2]).toUpperCase()}`;
  }
}
