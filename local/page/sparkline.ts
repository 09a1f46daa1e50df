import { svgElement } from './svg-element.ts';

const WIDTH = 96;
const HEIGHT = 18;

/** A row of numbers as a small drawing. */
export function sparkline(kind: 'line' | 'columns', values: readonly number[]): Element {
  const svg = svgElement('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', class: 'spark' });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${values.length} values, from ${values[0] ?? ''} to ${values.at(-1) ?? ''}`);
  svg.append(...(kind === 'line' ? line(values) : columns(values)));
  return svg;
}

function line(values: readonly number[]): Element[] {
  const low = Math.min(...values);
  const spread = Math.max(...values) - low || 1;
  const step = values.length > 1 ? (WIDTH - 4) / (values.length - 1) : 0;
  const points = values.map((value, index) => [
    round(2 + index * step),
    round(HEIGHT - 3 - ((value - low) / spread) * (HEIGHT - 6)),
  ]);
  const [x = 2, y = HEIGHT / 2] = points.at(-1) ?? [];
  // The end is a short fat line: a circle would be stretched with the cell.
  return [
    svgElement('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
    svgElement('line', { x1: x, y1: y, x2: x, y2: y, class: 'end' }),
  ];
}

function columns(values: readonly number[]): Element[] {
  const high = Math.max(...values.map(Math.abs)) || 1;
  const step = WIDTH / values.length;
  return values.map((value, index) => {
    const height = Math.max(1, (Math.abs(value) / high) * (HEIGHT - 2));
    return svgElement('rect', { x: round(index * step), y: round(HEIGHT - height), width: round(step * 0.7), height });
  });
}

const round = (value: number) => Math.round(value * 10) / 10;
