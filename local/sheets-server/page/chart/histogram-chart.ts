import { arrayOf, type JsonObject, numberOf, objectOf } from '../../json.ts';
import { hexOf } from '../colours.ts';
import type { AxesDrawing, SeriesWire } from '../wire.ts';
import { numberIn, type ReadSource } from './chart-source.ts';
import { heading, legendPlace } from './heading.ts';

/** How many of the numbers fall into each range; ranges begin at a multiple of their size and leave their end out. */
export function histogramChart(spec: JsonObject, read: ReadSource): AxesDrawing {
  const histogram = objectOf(spec.histogramChart);
  const sources = arrayOf(histogram.series).map((json, index) => {
    const cells = read(objectOf(json).data);
    const named = typeof cells[0]?.value === 'string';
    const numbers = cells.map(numberIn).filter((value) => value !== null);
    const colour = hexOf(objectOf(json).barColorStyle, objectOf(json).barColor);
    return { name: (named ? cells[0]?.shown : undefined) ?? `Series ${index + 1}`, numbers, colour };
  });
  const all = sources.flatMap(({ numbers }) => numbers);
  const low = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const given = numberOf(histogram.bucketSize);
  const size = given !== undefined && given > 0 ? given : niceSize((high - low) / Math.sqrt(all.length));
  const first = all.length === 0 ? 0 : Math.floor(low / size);
  const count = all.length === 0 ? 0 : Math.min(MOST, Math.floor(high / size) - first + 1);
  const edge = (index: number) => String(Number(((first + index) * size).toPrecision(10)));
  return {
    kind: 'axes',
    ...heading(spec),
    horizontal: false,
    smooth: false,
    joined: false,
    legend: legendPlace(histogram),
    categories: Array.from({ length: count }, (_, index) => `${edge(index)} – ${edge(index + 1)}`),
    series: sources.map(({ name, numbers, colour }): SeriesWire => {
      const values = Array<number>(count).fill(0);
      for (const number of numbers) {
        const index = Math.min(count - 1, Math.floor(number / size) - first);
        values[index] = (values[index] ?? 0) + 1;
      }
      const fixed = { type: 'COLUMN', right: false, stack: 'all', dashed: false, line: 'solid' } as const;
      return { name, ...fixed, values, invisible: false, percent: false, ...(colour !== undefined && { colour }) };
    }),
    axisTitles: {},
    axisRanges: {},
  };
}

const MOST = 200;

/** 1, 2 or 5 times a power of ten, the next above. */
function niceSize(wanted: number): number {
  if (!(wanted > 0) || !Number.isFinite(wanted)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((step) => step * power >= wanted) ?? 10) * power;
}
