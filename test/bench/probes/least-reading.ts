import { NearNames } from '../../../lambdas/domain/rows/near-duplicates.ts';
import { digest } from '../../../lambdas/domain/trees/digest.ts';
import { type NumberedCells, numberedCells } from './numbered-cells.ts';

/** Where the columns of Activity stand that the least reading needs, zero-based. */
export interface LeastColumns {
  readonly date: number;
  readonly rep: number;
  readonly prospect: number;
  /** It and what stands to the right of it are passed over. */
  readonly check: number;
}

/**
 * The least that a function without memory must do to know the rows of Activity, the first tab of the answer, in the way
 * that rows are known here (the text of their cells, whatever the order of columns), each step as quickly as we can.
 * Cells are told apart as bytes, and only those that differ become text; each row is put together as one text, by which it
 * is known; rows are brought together by date and rep as typed, sorted and digested; prospects that are written
 * differently are compared. No cell is trimmed, no date and no name is understood, and nothing is kept of a row.
 */
export function leastReading(answer: Buffer, rows: number, columns: LeastColumns): void {
  const cells = numberedCells(answer, rows, columns.check);
  for (const lines of repDaysOf(cells, columns).values()) digest(lines.sort().join('\n'));
  const prospects = new Set<number>();
  for (let at = columns.prospect; at < cells.numbers.length; at += cells.width) prospects.add(cells.numbers[at] ?? 0);
  const names = new NearNames();
  for (const prospect of prospects) names.add(cells.texts[prospect] ?? '');
  names.duplicates();
}

function repDaysOf({ numbers, texts, width }: NumberedCells, { date, rep }: LeastColumns): Map<number, string[]> {
  const repDays = new Map<number, string[]>();
  for (let first = 0; first < numbers.length; first += width) {
    const row: string[] = [];
    for (let column = 0; column < width; column++) row.push(texts[numbers[first + column] ?? 0] ?? '');
    const line = row.join('\u001f');
    const repDay = (numbers[first + date] ?? 0) * texts.length + (numbers[first + rep] ?? 0);
    const lines = repDays.get(repDay);
    if (lines) lines.push(line);
    else repDays.set(repDay, [line]);
  }
  return repDays;
}
