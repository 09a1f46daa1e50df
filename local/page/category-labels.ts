export interface LabelLook {
  /** Degrees. */
  readonly rotate: number;
  /** Labels left out between two that are shown. */
  readonly skip: number;
}

const GAP = 4;
const LINE = 14;

/** Every label when they fit side by side, else slanted, else upright; only what still does not fit is left out. */
export function categoryLabels(widths: readonly number[], axisPixels: number): LabelLook {
  const band = axisPixels / Math.max(1, widths.length);
  if (Math.max(0, ...widths) + GAP <= band) return { rotate: 0, skip: 0 };
  // Slanted lines of text stand a line's height apart, measured across the slant.
  if (band >= LINE * Math.SQRT2) return { rotate: 45, skip: 0 };
  return { rotate: 90, skip: Math.ceil(LINE / band) - 1 };
}
