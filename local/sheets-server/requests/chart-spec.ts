import { ApiError, invalid } from '../api-error.ts';
import { arrayOf, isArray, isObject, type Json, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, tidyGridRange } from '../range.ts';
import { requireObject } from './require.ts';

/** The spec with its source ranges checked: on a tab that exists, inside its grid, exactly one dimension of length 1. */
export function checkChartSpec(draft: Workbook, holder: JsonObject): JsonObject {
  const spec = requireObject(holder, 'spec');
  const kinds = Object.keys(spec).filter((key) => key.endsWith('Chart'));
  if (kinds.length !== 1)
    throw invalid(
      // With Google's own spelling.
      'One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.',
    );
  const tidied = objectOf(tidy(draft, spec, 'chart.spec'));
  const basic = tidied.basicChart;
  if (isObject(basic)) {
    // Google has no better words for a chart of nothing.
    if (arrayOf(basic.series).length === 0 && arrayOf(basic.domains).length === 0)
      throw new ApiError(500, 'Internal error encountered.');
    if (basic.chartType === undefined) throw invalid('Must specify chartType.');
  }
  return withDefaults(tidied);
}

/** With what Google fills in when a spec leaves it open. */
function withDefaults(spec: JsonObject): JsonObject {
  const fontName = stringOf(spec.fontName) ?? 'Roboto';
  const basic = spec.basicChart;
  return {
    ...spec,
    fontName,
    hiddenDimensionStrategy: spec.hiddenDimensionStrategy ?? 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
    titleTextFormat: { fontFamily: fontName, ...objectOf(spec.titleTextFormat) },
    ...(isObject(basic) ? { basicChart: basicDefaults(basic, fontName) } : {}),
  };
}

function basicDefaults(basic: JsonObject, fontFamily: string): JsonObject {
  const axes = arrayOf(basic.axis).map((item) => {
    const axis = objectOf(item);
    return {
      ...axis,
      format: { fontFamily, ...objectOf(axis.format) },
      viewWindowOptions: axis.viewWindowOptions ?? {},
    };
  });
  return { ...basic, ...(axes.length === 0 ? {} : { axis: axes }) };
}

function tidy(draft: Workbook, value: Json | undefined, field: string): Json | undefined {
  if (isArray(value)) return value.map((item, index) => tidy(draft, item, `${field}[${index}]`) ?? null);
  if (!isObject(value)) return value;
  const out: Record<string, Json | undefined> = {};
  for (const [key, item] of Object.entries(value)) {
    out[key] =
      key === 'sourceRange' && isObject(item)
        ? checkSources(draft, item, `${field}.${key}`)
        : tidy(draft, item, `${field}.${key}`);
  }
  return out;
}

function checkSources(draft: Workbook, sourceRange: JsonObject, field: string): JsonObject {
  const sources = arrayOf(sourceRange.sources).map((source, index) => {
    const at = `${field}.sources[${index}]`;
    if (!isObject(source)) throw invalid(`${at} must be a grid range.`);
    const range = gridRange(draft, source, at);
    const height = range.endRow - range.startRow;
    const width = range.endColumn - range.startColumn;
    if ((height === 1) === (width === 1))
      throw invalid(`${at}: exactly one dimension must have length 1, not ${height} x ${width}.`);
    return tidyGridRange(source);
  });
  if (sources.length === 0) throw invalid(`${field} must have at least one source.`);
  return { ...sourceRange, sources };
}
