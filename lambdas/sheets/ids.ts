/**
 * Ids of our choice, derived from the tab's: a second creation after a lost answer is refused instead of doubled.
 * Sheets keeps charts and protections in spaces of their own, so only equal kinds must differ.
 */
const CHARTS_A_TAB = 100;
const FIRST_CHART = 1_720_000_000;

export function chartId(sheetId: number, index: number): number {
  if (index >= CHARTS_A_TAB)
    throw new Error(`A report tab has at most ${CHARTS_A_TAB} charts, got number ${index + 1}.`);
  return FIRST_CHART + (sheetId % 10_000) * CHARTS_A_TAB + index;
}

/** Whether a chart on the tab is one of ours; people may add theirs. */
export function isOurChart(sheetId: number, id: number): boolean {
  const first = chartId(sheetId, 0);
  return id >= first && id < first + CHARTS_A_TAB;
}

export function protectionId(sheetId: number): number {
  return sheetId;
}
