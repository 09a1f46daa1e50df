import { type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { chartData } from './chart-data.ts';
import type { ChartPlace, ChartWire } from './wire.ts';

/** The size that Sheets gives a chart when nobody says one. */
const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

/** Every chart of a tab, in the order of their making. */
export const chartsWire = (workbook: Workbook, sheet: Sheet): ChartWire[] =>
  sheet.list('charts').map((chart) => {
    const spec = objectOf(chart.spec);
    const title = stringOf(spec.title) ?? 'Chart';
    const place = placeOf(objectOf(objectOf(chart.position).overlayPosition));
    try {
      const drawing = chartData(workbook, spec);
      return drawing === undefined
        ? { place, title, problem: 'This kind of chart is not drawn here.' }
        : { place, title, drawing };
    } catch (error) {
      // A chart may point at cells that are gone; the tab is still worth showing.
      return { place, title, problem: error instanceof Error ? error.message : 'This chart cannot be drawn.' };
    }
  });

function placeOf(overlay: JsonObject): ChartPlace {
  const anchor = objectOf(overlay.anchorCell);
  return {
    row: numberOf(anchor.rowIndex) ?? 0,
    column: numberOf(anchor.columnIndex) ?? 0,
    x: numberOf(overlay.offsetXPixels) ?? 0,
    y: numberOf(overlay.offsetYPixels) ?? 0,
    width: numberOf(overlay.widthPixels) ?? DEFAULT_WIDTH,
    height: numberOf(overlay.heightPixels) ?? DEFAULT_HEIGHT,
  };
}
