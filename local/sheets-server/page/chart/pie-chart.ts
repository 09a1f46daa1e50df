import { type JsonObject, numberOf, objectOf } from '../../json.ts';
import type { PieDrawing } from '../wire.ts';
import { numberIn, type ReadSource } from './chart-source.ts';
import { heading, legendPlace } from './heading.ts';

/** A pie; text in place of a number is the header, and what is not above 0 has no slice, as in Sheets. */
export function pieChart(spec: JsonObject, read: ReadSource): PieDrawing {
  const pie = objectOf(spec.pieChart);
  const names = read(pie.domain);
  const slices = read(pie.series).flatMap((cell, index) => {
    const value = numberIn(cell);
    return value === null || value <= 0 ? [] : [{ name: names[index]?.shown ?? '', value, shown: cell.shown }];
  });
  return {
    kind: 'pie',
    ...heading(spec),
    legend: pie.legendPosition === 'LABELED_LEGEND' ? 'labels' : legendPlace(pie),
    hole: Math.min(0.9, Math.max(0, numberOf(pie.pieHole) ?? 0)),
    slices,
  };
}
