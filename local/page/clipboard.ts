import type { TabWire } from '../sheets-server/page/wire.ts';
import type { CellStore } from './cell-store.ts';
import { isFiltered } from './filtered-rows.ts';
import type { GridActions } from './grid-actions.ts';
import { areaOf, nameOf, type Selection } from './selection.ts';
import { formatTabSeparated, parseTabSeparated } from './tab-separated.ts';

const MOST_COPIED = 200_000;

/** Copies what cells show, and types what is pasted. */
export function listenToClipboard(actions: GridActions): void {
  const { grid } = actions;
  const element = grid.elements.grid;
  element.addEventListener('copy', (event) => {
    if (actions.editor.open || grid.store === undefined) return;
    event.preventDefault();
    const copied = textOf(grid.selection, grid.store, grid.shape?.tab.filtered ?? []);
    if ('problem' in copied) return actions.say(copied.problem);
    event.clipboardData?.setData('text/plain', copied.text);
    actions.say(`Copied ${nameOf(grid.selection)}.`);
  });
  element.addEventListener('paste', (event) => {
    if (actions.editor.open) return;
    event.preventDefault();
    const values = parseTabSeparated(event.clipboardData?.getData('text/plain') ?? '');
    if (values.length === 0) return;
    const { startRow: row, startColumn: column } = areaOf(grid.selection);
    if (!actions.write({ row, column }, values)) return;
    const width = Math.max(1, ...values.map((line) => line.length));
    const last = row + values.length - 1;
    grid.select({ active: { row, column }, corner: { row: last, column: column + width - 1 } }, false);
    grid.reveal({ row: last, column });
  });
}

/** Rows that a filter hides are left out, as in Sheets. */
function textOf(
  selection: Selection,
  store: CellStore,
  filtered: TabWire['filtered'],
): { text: string } | { problem: string } {
  const { startRow, endRow, startColumn, endColumn } = areaOf(selection);
  if ((endRow - startRow) * (endColumn - startColumn) > MOST_COPIED)
    return { problem: 'That is too much for one copy. Select fewer cells.' };
  const rows: string[][] = [];
  for (let row = startRow; row < endRow; row += 1) {
    if (isFiltered(filtered, row)) continue;
    const line: string[] = [];
    for (let column = startColumn; column < endColumn; column += 1) {
      const cell = store.cell(row, column);
      if (cell === undefined)
        return { problem: 'Part of the selection is not read yet. Scroll through it, then copy again.' };
      line.push(cell?.t ?? '');
    }
    rows.push(line);
  }
  return { text: formatTabSeparated(rows) };
}
