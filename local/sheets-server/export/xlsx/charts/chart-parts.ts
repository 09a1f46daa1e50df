import type { SheetChart } from 'hucre';
import { type JsonObject, numberOf, objectOf, stringOf } from '../../../json.ts';
import type { Sheet } from '../../../model/sheet.ts';
import type { Workbook } from '../../../model/workbook.ts';
import type { SheetNames } from '../sheet-names.ts';
import { chartPart } from './chart-part.ts';
import { EMU_PER_PIXEL } from './chart-series.ts';
import { escaped } from './escaped.ts';

const STAND_IN: SheetChart = { type: 'column', series: [{ values: 'A1' }], anchor: { from: { row: 0, col: 0 } } };

/**
 * The charts of a workbook. The writer knows no chart of several kinds, no second axis and no place but whole cells, so
 * it is given stand-ins, which it wires into the file, and then their parts are replaced by these.
 */
export class ChartParts {
  /** Content by path in the file. */
  readonly parts = new Map<string, string>();
  private readonly workbook: Workbook;
  private readonly names: SheetNames;
  private charts = 0;

  constructor(workbook: Workbook, names: SheetNames) {
    this.workbook = workbook;
    this.names = names;
  }

  standInsFor(sheet: Sheet): SheetChart[] {
    const frames: string[] = [];
    for (const chart of sheet.list('charts')) {
      const spec = objectOf(chart.spec);
      const part = chartPart(this.workbook, this.names, spec);
      if (part === undefined) continue;
      this.charts += 1;
      this.parts.set(`xl/charts/chart${this.charts}.xml`, part);
      frames.push(frame(objectOf(objectOf(chart.position).overlayPosition), spec, frames.length + 1));
    }
    const drawing = `xl/drawings/drawing${this.workbook.sheets.indexOf(sheet) + 1}.xml`;
    if (frames.length > 0)
      this.parts.set(
        drawing,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">${frames.join('')}</xdr:wsDr>`,
      );
    return frames.map(() => STAND_IN);
  }
}

/** A chart over cells, to the pixel. `index` counts the charts of the tab from 1, as the writer's relations do. */
function frame(overlay: JsonObject, spec: JsonObject, index: number): string {
  const { rowIndex, columnIndex } = objectOf(overlay.anchorCell);
  const { offsetXPixels: x, offsetYPixels: y, widthPixels: width, heightPixels: height } = overlay;
  const emu = (pixels: number) => Math.round(pixels) * EMU_PER_PIXEL;
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${numberOf(columnIndex) ?? 0}</xdr:col><xdr:colOff>${emu(numberOf(x) ?? 0)}</xdr:colOff><xdr:row>${
    numberOf(rowIndex) ?? 0
  }</xdr:row><xdr:rowOff>${emu(numberOf(y) ?? 0)}</xdr:rowOff></xdr:from><xdr:ext cx="${emu(numberOf(width) ?? 600)}" cy="${emu(numberOf(height) ?? 371)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 1}" name="Chart ${index}" descr="${escaped(stringOf(spec.altText) ?? '')}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${index}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
}
