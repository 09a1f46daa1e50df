/** Rows or columns inserted (`count` > 0) or deleted (`count` < 0) from `at` on. */
export interface Shift {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly at: number;
  readonly count: number;
}

/** Where the first row or column of a range comes to stand. */
export function moveStart(index: number, { at, count }: Shift): number {
  if (count > 0) return index >= at ? index + count : index;
  return index >= at - count ? index + count : Math.min(index, at);
}

/** Where the end of a range, the first row or column after it, comes to stand. */
export function moveEnd(index: number, { at, count }: Shift): number {
  if (count > 0) return index > at ? index + count : index;
  return index >= at - count ? index + count : Math.min(index, at);
}
