import type { ChartDrawing, LegendPlace } from '../sheets-server/page/wire.ts';
import type { Look } from './chart-look.ts';
import { textWidth } from './text-width.ts';

const PIXELS = 12;
const LINE = 20;
const ICON = 22;
const GAP = 18;
/** Narrower drawings have no room for a legend at the side. */
const NARROW = 460;

export interface Frame {
  /** What is common to all kinds of charts, for Apache ECharts. */
  readonly option: Readonly<Record<string, unknown>>;
  /** Pixels that stay for the drawing itself, from each edge. */
  readonly inner: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** Title, legend and tooltip of a drawing `width` pixels wide; `names` stand in the legend. */
export function chartFrame(
  drawing: ChartDrawing,
  names: readonly string[],
  wanted: LegendPlace,
  width: number,
  look: Look,
): Frame {
  const place = names.length === 0 ? 'none' : width < NARROW && wanted !== 'none' ? 'bottom' : wanted;
  const fitting = { width: width - 24, overflow: 'break' };
  const titleLines = drawing.title === '' ? 0 : Math.ceil(textWidth(drawing.title, 15, true) / (width - 24)) || 1;
  const subtitleLines =
    drawing.subtitle === undefined ? 0 : Math.ceil(textWidth(drawing.subtitle, PIXELS) / (width - 24)) || 1;
  const head = 12 + titleLines * 20 + subtitleLines * 18;
  const besides = Math.min(width * 0.35, Math.max(0, ...names.map((name) => textWidth(name, PIXELS))) + ICON + 20);
  const lines = legendLines(names, width - 24);
  const inner = {
    top: head + (place === 'top' ? lines * LINE + 12 : 12),
    bottom: place === 'bottom' ? lines * LINE + 20 : 12,
    left: place === 'left' ? besides + 8 : 12,
    right: place === 'right' ? besides + 8 : 16,
  };
  const left = drawing.centred === true ? 'center' : 8;
  return {
    inner,
    option: {
      animation: false,
      textStyle: look.text,
      title: {
        text: drawing.title,
        subtext: drawing.subtitle ?? '',
        left,
        top: 6,
        itemGap: 4,
        textStyle: { ...look.text, fontSize: 15, lineHeight: 20, fontWeight: 'bold', ...fitting },
        subtextStyle: { ...look.text, lineHeight: 16, color: look.faint, ...fitting },
      },
      legend: {
        show: place !== 'none',
        data: [...names],
        type: 'plain',
        itemWidth: ICON,
        itemGap: place === 'left' || place === 'right' ? 8 : GAP,
        textStyle: { ...look.text, width: besides - ICON - 12, ...(isBeside(place) && { overflow: 'truncate' }) },
        orient: isBeside(place) ? 'vertical' : 'horizontal',
        ...POSITION[place](head),
      },
    },
  };
}

const isBeside = (place: LegendPlace): boolean => place === 'left' || place === 'right';

const POSITION: Readonly<Record<LegendPlace, (head: number) => object>> = {
  bottom: () => ({ bottom: 4 }),
  top: (head) => ({ top: head + 4 }),
  left: (head) => ({ left: 8, top: head + 12 }),
  right: (head) => ({ right: 8, top: head + 12 }),
  none: () => ({}),
};

/** Lines that the names take when they stand side by side. */
function legendLines(names: readonly string[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const needed = ICON + 6 + textWidth(name, PIXELS) + GAP;
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines;
}

/** As drawing, not as markup: names come from the sheet. */
export const tooltip = (look: Look) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: look.paper,
  borderColor: look.line,
  textStyle: look.text,
});
