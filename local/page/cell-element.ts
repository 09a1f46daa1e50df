import type { CellWire, RunWire } from '../sheets-server/page/wire.ts';
import { sparkline } from './sparkline.ts';
import { svgElement } from './svg-element.ts';

export const cellId = (row: number, column: number): string => `c${row}-${column}`;

/** What stands in a cell. Text goes in as text; there is no way in for markup. */
export function cellContent(cell: CellWire, classOfRun: (run: RunWire) => string): HTMLElement {
  const box = document.createElement('span');
  if (cell.spark !== undefined && cell.spark.values.length > 0)
    box.append(sparkline(cell.spark.kind, cell.spark.values));
  else if (cell.tick !== undefined) box.append(checkbox(cell.tick));
  else if (cell.unknown === true) box.append(notComputed(cell.e ?? ''));
  else if (cell.runs !== undefined) box.append(...cell.runs.map((run) => runElement(run, classOfRun(run))));
  else if (cell.link !== undefined) box.append(link(cell.link, cell.t ?? cell.link));
  else box.textContent = cell.t ?? '';
  return box;
}

/** One part of a text that has several. */
function runElement(run: RunWire, look: string): HTMLElement {
  const part = run.link === undefined ? document.createElement('span') : link(run.link, run.t);
  part.textContent = run.t;
  part.className = `run ${look}`;
  return part;
}

function checkbox(ticked: boolean): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'tick';
  sign.setAttribute('role', 'checkbox');
  sign.setAttribute('aria-checked', String(ticked));
  const picture = svgElement('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  picture.append(svgElement('rect', { x: 1.5, y: 1.5, width: 13, height: 13, rx: 2 }));
  if (ticked) picture.append(svgElement('path', { d: 'M4 8.2l2.8 2.8L12.2 5.4' }));
  sign.append(picture);
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
