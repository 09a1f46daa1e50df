import { invalid } from '../api-error.ts';
import { arrayOf, isArray, isObject, type Json, type JsonObject, objectOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, tidyGridRange } from '../range.ts';
import { requireObject } from './require.ts';

/** The spec with its source ranges checked: on a tab that exists, inside its grid, exactly one dimension of length 1. */
export function checkChartSpec(draft: Workbook, holder: JsonObject): JsonObject {
  const spec = requireObject(holder, 'spec');
  const kinds = Object.keys(spec).filter((key) => key.endsWith('Chart'));
  if (kinds.length !== 1) throw invalid(`Exactly one kind of chart must be given in the spec, not ${kinds.length}.`);
  const tidied = objectOf(tidy(draft, spec, 'chart.spec'));
  const basic = tidied.basicChart;
  if (isObject(basic)) {
    if (arrayOf(basic.series).length === 0) throw invalid('A chart must have at least one series.');
    if (basic.chartType === undefined) throw invalid('Must specify chartType.');
  }
  return tidied;
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
