/** Google's limits, and ours on the size of a request. */
export const LIMITS = {
  cellsPerWorkbook: 10_000_000,
  charactersPerCell: 50_000,
  columnsPerSheet: 18_278,
  bodyBytes: 64 * 1024 * 1024,
} as const;
