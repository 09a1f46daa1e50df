/** A filter view that we keep on Activity: the rows behind a figure, wherever a sort puts them. */
export interface FilterViewLayout {
  /** Of our choice, from FIRST_VIEW_ID on. */
  readonly id: number;
  readonly title: string;
  readonly criteria: readonly ViewCriterion[];
}

/** Which rows a view shows, by what one column says; several criteria must all hold. */
export type ViewCriterion =
  | { readonly column: 'date'; readonly from: number; readonly to: number }
  /** Any of these names stands in the cell, alone or between `;`; none = the cell is blank. Names are normalised. */
  | { readonly column: 'rep'; readonly names: readonly string[] }
  | { readonly column: 'check'; readonly startsWith: string };

/** Ids from here on are ours. */
export const FIRST_VIEW_ID = 1_740_000_000;
export const LAST_VIEW_ID = 1_749_999_999;
