import type { CellWire } from '../sheets-server/page/wire.ts';
import { sparkline } from './sparkline.ts';

export const cellId = (row: number, column: number): string => `c${row}-${column}`;

/** What stands in a cell. Text goes in as text; there is no way in for markup. */
export function cellContent(cell: CellWire): HTMLElement {
  const box = document.createElement('span');
  if (cell.spark !== undefined && cell.spark.values.length > 0)
    box.append(sparkline(cell.spark.kind, cell.spark.values));
  else if (cell.tick !== undefined) box.append(checkbox(cell.tick));
  else if (cell.unknown === true) box.append(notComputed(cell.e ?? ''));
  else if (cell.link !== undefined) box.append(link(cell.link, cell.t ?? cell.link));
  else box.textContent = cell.t ?? '';
  return box;
}

function checkbox(ticked: boolean): HTMLElement {
  const sign = document.createElement('span');
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', ticked ? 'ticked' : 'not ticked');
  sign.textContent = ticked ? '☑' : '☐';
  return sign;
}

/** A value is shown truthfully or not at all. */
function notComputed(formula: string): HTMLElement {
  const sign = document.createElement('i');
  sign.className = 'formula';
  sign.title = `Not computed here: ${formula}`;
  sign.textContent = 'ƒ';
  return sign;
}

function link(address: string, text: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = text;
  anchor.tabIndex = -1;
  if (!address.startsWith('#')) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  return anchor;
}
