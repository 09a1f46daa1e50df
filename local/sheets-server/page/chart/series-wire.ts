import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../../json.ts';
import { hexOf } from '../colours.ts';
import type { SeriesWire } from '../wire.ts';
import { numberIn, type ReadSource, type SourceCell } from './chart-source.ts';

const TYPES: Readonly<Record<string, SeriesWire['type']>> = {
  LINE: 'LINE',
  AREA: 'AREA',
  STEPPED_AREA: 'STEPS',
  SCATTER: 'SCATTER',
};

/** A series without its stack. `kind`: Google's type of the whole chart; `headers`: cells before the data. */
export function seriesWire(
  series: JsonObject,
  cells: readonly SourceCell[],
  read: ReadSource,
  kind: string,
  headers: number,
  index: number,
): SeriesWire {
  const data = cells.slice(headers);
  const type = TYPES[stringOf(series.type) ?? (kind === 'COMBO' ? 'COLUMN' : kind)] ?? 'COLUMN';
  const { type: dash, width } = objectOf(series.lineStyle);
  const line = lineOf(stringOf(dash) ?? 'SOLID');
  const colour = hexOf(series.colorStyle, series.color);
  const filled = type === 'AREA' || type === 'STEPS';
  const point = pointOf(objectOf(series.pointStyle));
  const labels = labelsOf(objectOf(series.dataLabel), data, read, headers);
  const overrides = arrayOf(series.styleOverrides)
    .map(objectOf)
    .flatMap(({ index: at, colorStyle, color }) => {
      const own = hexOf(colorStyle, color);
      return own === undefined ? [] : [[numberOf(at) ?? 0, own] as const];
    });
  return {
    name: (headers > 0 ? cells[0]?.shown : undefined) ?? `Series ${index + 1}`,
    type,
    values: data.map(numberIn),
    right: series.targetAxis === 'RIGHT_AXIS',
    dashed: line === 'dashed' || line === 'dotted',
    line,
    ...(numberOf(width) !== undefined && { width: numberOf(width) ?? 2 }),
    ...(colour !== undefined && { colour }),
    // White over white paper is how a band gets its lower edge in Sheets.
    invisible: isTransparent(series) || (filled && colour === '#ffffff'),
    percent: data.some(({ percent }) => percent),
    ...(point !== undefined && { point }),
    ...labels,
    ...(overrides.length > 0 && { pointColours: overrides }),
  };
}

function lineOf(dash: string): SeriesWire['line'] {
  if (dash === 'INVISIBLE') return 'none';
  if (dash === 'DOTTED') return 'dotted';
  return dash === 'SOLID' || dash === 'LINE_DASH_TYPE_UNSPECIFIED' ? 'solid' : 'dashed';
}

const isTransparent = ({ colorStyle, color }: JsonObject): boolean =>
  numberOf(objectOf(objectOf(colorStyle).rgbColor ?? color).alpha) === 0;

function pointOf({ shape, size }: JsonObject): SeriesWire['point'] {
  const [named, pixels] = [stringOf(shape), numberOf(size)];
  if (named === undefined && pixels === undefined) return undefined;
  return { ...(named !== undefined && { shape: named }), ...(pixels !== undefined && { size: pixels }) };
}

function labelsOf(
  { type, placement, customLabelData }: JsonObject,
  data: readonly SourceCell[],
  read: ReadSource,
  headers: number,
): Pick<SeriesWire, 'labels' | 'labelPlace'> {
  if (type !== 'DATA' && type !== 'CUSTOM') return {};
  const cells = type === 'DATA' ? data : read(customLabelData).slice(headers);
  const place = stringOf(placement);
  return { labels: cells.map(({ shown }) => shown), ...(place !== undefined && { labelPlace: place }) };
}
