const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 96;
const HEIGHT = 18;

/** A row of numbers as a small drawing. */
export function sparkline(kind: 'line' | 'columns', values: readonly number[]): Element {
  const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', class: 'spark' });
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
    element('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
    element('line', { x1: x, y1: y, x2: x, y2: y, class: 'end' }),
  ];
}

function columns(values: readonly number[]): Element[] {
  const high = Math.max(...values.map(Math.abs)) || 1;
  const step = WIDTH / values.length;
  return values.map((value, index) => {
    const height = Math.max(1, (Math.abs(value) / high) * (HEIGHT - 2));
    return element('rect', { x: round(index * step), y: round(HEIGHT - height), width: round(step * 0.7), height });
  });
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made as SVGElement; // every element of this namespace is one
}

const round = (value: number) => Math.round(value * 10) / 10;
