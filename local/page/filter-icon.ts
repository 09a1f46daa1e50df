import type { FilterWire } from '../sheets-server/page/wire.ts';
import { svgElement } from './svg-element.ts';

const LINES = 'M1 3h12M3.5 7h7M6 11h2';
const FUNNEL = 'M1 2h12L8.6 7.4V12l-3.2-1.6v-3z';

/** The sign in the header of a filter; it tells what the column is asked. Undefined for a cell that is no such header. */
export function filterIcon(filter: FilterWire | undefined, row: number, column: number): HTMLElement | undefined {
  if (filter === undefined || row !== filter.area.startRow) return undefined;
  if (column < filter.area.startColumn || column >= filter.area.endColumn) return undefined;
  const words = filter.asks.find((one) => one.column === column)?.words;
  const sign = document.createElement('button');
  sign.type = 'button';
  sign.tabIndex = -1;
  sign.className = words === undefined ? 'filter' : 'filter on';
  sign.title = words ?? 'This column has a filter that asks nothing.';
  sign.setAttribute('aria-label', `Filter. ${sign.title}`);
  const picture = svgElement('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' });
  picture.append(svgElement('path', { d: words === undefined ? LINES : FUNNEL }));
  sign.append(picture);
  return sign;
}
