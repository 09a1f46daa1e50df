import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../../json.ts';
import type { AxesDrawing, SeriesWire } from '../wire.ts';
import { numberIn, type ReadSource, type SourceCell } from './chart-source.ts';
import { heading, legendPlace } from './heading.ts';
import { seriesWire } from './series-wire.ts';
import { asShares, stackOf } from './stacks.ts';

/** A chart with axes, as Google's `BasicChartSpec` has it. */
export function axesChart(spec: JsonObject, read: ReadSource): AxesDrawing {
  const basic = objectOf(spec.basicChart);
  const kind = stringOf(basic.chartType) ?? 'COLUMN';
  const domain = read(objectOf(arrayOf(basic.domains)[0]).domain);
  const sources = arrayOf(basic.series).map((one) => ({ json: objectOf(one), cells: read(objectOf(one).series) }));
  const headers = numberOf(basic.headerCount) ?? guessedHeaders(domain, sources[0]?.cells ?? []);
  const stacked = stringOf(basic.stackedType) ?? 'NOT_STACKED';
  const drawn = sources
    .map(({ json, cells }, index) => seriesWire(json, cells, read, kind, headers, index))
    .map((series): SeriesWire => {
      const stack = stacked === 'NOT_STACKED' ? undefined : stackOf(series, kind);
      return stack === undefined ? series : { ...series, stack };
    });
  const categories = domain.slice(headers);
  const reversed = objectOf(arrayOf(basic.domains)[0]).reversed === true;
  const places = kind === 'SCATTER' && categories.some((cell) => numberIn(cell) !== null);
  const totals = stacked === 'STACKED' && hasTotals(basic) ? totalsOf(drawn, sources[0]?.cells[headers]) : undefined;
  const drawing: AxesDrawing = {
    kind: 'axes',
    ...heading(spec),
    horizontal: kind === 'BAR',
    smooth: basic.lineSmoothing === true,
    joined: basic.interpolateNulls === true,
    legend: legendPlace(basic),
    categories: categories.map(({ shown }) => shown),
    ...(places && { places: categories.map(numberIn) }),
    series: stacked === 'PERCENT_STACKED' ? asShares(drawn) : drawn,
    axisTitles: byPosition(basic, (axis) => stringOf(axis.title) ?? ''),
    axisRanges: byPosition(basic, ({ viewWindowOptions }) => {
      const { viewWindowMin, viewWindowMax } = objectOf(viewWindowOptions);
      const [min, max] = [numberOf(viewWindowMin), numberOf(viewWindowMax)];
      return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    }),
    ...(totals !== undefined && { totals }),
  };
  return reversed ? turned(drawing) : drawing;
}

/** Sheets guesses when nobody says: text above numbers is a header. */
function guessedHeaders(domain: readonly SourceCell[], series: readonly SourceCell[]): number {
  const [first, second] = series;
  const named = typeof first?.value === 'string' && typeof second?.value === 'number';
  return named || (first?.value === undefined && typeof domain[0]?.value === 'string' && series.length > 1) ? 1 : 0;
}

const byPosition = <T>(basic: JsonObject, take: (axis: JsonObject) => T): Record<string, T> =>
  Object.fromEntries(
    arrayOf(basic.axis)
      .map(objectOf)
      .map((axis) => [stringOf(axis.position) ?? '', take(axis)]),
  );

const hasTotals = ({ totalDataLabel }: JsonObject) =>
  ['DATA', 'CUSTOM'].includes(stringOf(objectOf(totalDataLabel).type) ?? '');

const totalsOf = (series: readonly SeriesWire[], sample: SourceCell | undefined): AxesDrawing['totals'] =>
  (series[0]?.values ?? []).map((_, at) => {
    const value = series.reduce((sum, one) => sum + (one.stack === undefined ? 0 : (one.values[at] ?? 0)), 0);
    return { value, text: sample?.show(value) ?? String(value) };
  });

/** The last category first. */
function turned(drawing: AxesDrawing): AxesDrawing {
  const { places, totals } = drawing;
  return {
    ...drawing,
    categories: drawing.categories.toReversed(),
    ...(places !== undefined && { places: places.toReversed() }),
    ...(totals !== undefined && { totals: totals.toReversed() }),
    series: drawing.series.map((series) => ({
      ...series,
      values: series.values.toReversed(),
      ...(series.labels !== undefined && { labels: series.labels.toReversed() }),
      ...(series.pointColours !== undefined && {
        pointColours: series.pointColours.map(([at, hex]) => [series.values.length - 1 - at, hex] as const),
      }),
    })),
  };
}
