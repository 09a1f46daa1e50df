import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { ACTIVITY_HEADER } from './activity-rows.ts';

const OUTCOME = ACTIVITY_HEADER.indexOf('Outcome');
const ACTIVITY = ACTIVITY_HEADER.indexOf('Activity');
const NOTES = ACTIVITY_HEADER.indexOf('Notes');

/**
 * Edits `count` rows, evenly spread over the last `among` rows: the hardest change of that many rows, since nearly each
 * is a rep-day of its own. Outcomes of attempts change (and with them figures), else the notes. Returns new rows.
 */
export function withEdits(rows: readonly Cell[][], count: number, among: number = rows.length): Cell[][] {
  const edited = [...rows];
  for (let i = 0; i < count; i++) {
    const at = rows.length - among + Math.floor(((i + 0.5) * among) / count);
    const cells = [...(rows[at] ?? [])];
    if (cells[ACTIVITY] === 'Attempt to connect')
      cells[OUTCOME] = cells[OUTCOME] === 'Spoke to the buyer' ? 'Left a message' : 'Spoke to the buyer';
    else cells[NOTES] = `${String(cells[NOTES] ?? '')} edited`.trim();
    edited[at] = cells;
  }
  return edited;
}
