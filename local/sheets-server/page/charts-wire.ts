import { type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { chartDrawing } from './chart/chart-drawing.ts';
import { hexOf, inBothModes } from './colours.ts';
import type { ChartPlace, ChartWire } from './wire.ts';

/** The size that Sheets gives a chart when nobody says one. */
const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

/** Every chart of a tab, in the order of their making. */
export const chartsWire = (workbook: Workbook, sheet: Sheet): ChartWire[] =>
  sheet.list('charts').map((chart) => {
    const spec = objectOf(chart.spec);
    const title = stringOf(spec.title) ?? 'Chart';
    const altText = stringOf(spec.altText);
    const paper = hexOf(spec.backgroundColorStyle, spec.backgroundColor);
    return {
      place: placeOf(objectOf(objectOf(chart.position).overlayPosition)),
      title,
      ...(altText !== undefined && { altText }),
      ...(paper !== undefined && paper !== '#ffffff' && { paper: inBothModes(paper, 'paper') }),
      ...drawn(workbook, spec),
    };
  });

function drawn(workbook: Workbook, spec: JsonObject): Pick<ChartWire, 'drawing' | 'problem'> {
  const kind = Object.keys(spec).find((key) => key.endsWith('Chart')) ?? 'Chart';
  try {
    const drawing = chartDrawing(workbook, spec);
    if (drawing !== undefined) return { drawing };
    return { problem: `A ${kind.replace(/Chart$/, '')} chart is not drawn here; Sheets draws it.` };
  } catch (error) {
    // A chart may point at cells that are gone; the tab is still worth showing.
    return { problem: error instanceof Error ? error.message : 'This chart cannot be drawn.' };
  }
}

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
