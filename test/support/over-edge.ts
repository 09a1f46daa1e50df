import type { StyleName, TabLayout } from '../../lambdas/tabs/layout.ts';

/** Pixels of a usual letter at size 10, on the generous side. */
const LETTER = 6.5;
const LARGER: Partial<Record<StyleName, number>> = { title: 1.5, heading: 1.2, strong: 1.1, bad: 1.1 };
const ROW_HEIGHT = 21;

/** Texts that are cut off: wider than their cell and the empty ones after it, up to a chart or the edge of the tab. */
export function overEdge({ rows, widths, charts }: TabLayout): string[] {
  // A chart beside the table makes the tab wider, and text above and below it may run on.
  const beside = charts.filter(({ anchor }) => anchor.column >= widths.length);
  const hasEdge = (row: number) =>
    beside.length === 0 ||
    beside.some(({ anchor, height }) => row >= anchor.row && row <= anchor.row + height / ROW_HEIGHT);
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ value, style }, at) => {
      if (typeof value !== 'string' || /^(wrap|head$|head-)/.test(style)) return [];
      const next = cells.findIndex((cell, other) => other > at && cell.value !== undefined);
      if (next < 0 && !hasEdge(row)) return [];
      const room = widths.slice(at, next < 0 ? widths.length : next).reduce((sum, width) => sum + width, 0);
      return value.length * LETTER * (LARGER[style] ?? 1) > room ? [value] : [];
    }),
  );
}
