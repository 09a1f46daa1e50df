import type { JsonObject } from '../../json.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { ChartDrawing } from '../wire.ts';
import { axesChart } from './axes-chart.ts';
import { type ReadSource, sourceReader } from './chart-source.ts';
import { histogramChart } from './histogram-chart.ts';
import { pieChart } from './pie-chart.ts';
import { scorecardChart } from './scorecard-chart.ts';

const KINDS: Readonly<Record<string, (spec: JsonObject, read: ReadSource) => ChartDrawing>> = {
  basicChart: axesChart,
  pieChart,
  histogramChart,
  scorecardChart,
};

/** What a chart shows, read from its spec and its source cells; undefined for a kind that is not drawn. */
export function chartDrawing(workbook: Workbook, spec: JsonObject): ChartDrawing | undefined {
  const kind = Object.keys(KINDS).find((name) => spec[name] !== undefined);
  return kind === undefined ? undefined : KINDS[kind]?.(spec, sourceReader(workbook, spec));
}
