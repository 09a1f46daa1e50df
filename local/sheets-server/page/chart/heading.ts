import { type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { ChartDrawing, LegendPlace } from '../wire.ts';

export function heading(spec: JsonObject): Pick<ChartDrawing, 'title' | 'subtitle' | 'centred'> {
  const subtitle = stringOf(spec.subtitle);
  return {
    title: stringOf(spec.title) ?? '',
    ...(subtitle !== undefined && { subtitle }),
    ...(objectOf(spec.titleTextPosition).horizontalAlignment === 'CENTER' && { centred: true }),
  };
}

const PLACES: Readonly<Record<string, LegendPlace>> = {
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  NO_LEGEND: 'none',
  INSIDE_LEGEND: 'top',
};

export const legendPlace = (chart: JsonObject): LegendPlace => PLACES[stringOf(chart.legendPosition) ?? ''] ?? 'bottom';
