import type { Cell, Grid } from '../cells/cell.ts';
import type { InputTab } from '../trees/head.ts';
import type { Inputs } from './rules.ts';

/** Those that decide what counts, for whom and against what; without the others an agenda is plainer, no more. */
const GUARDED: readonly InputTab[] = ['Team', 'Goals', 'Outcomes', 'Calendar', 'Settings'];
/** So many rows below the header are not taken out one by one. */
const MANY = 3;

/** A settings tab that said something and no longer does. */
export interface VanishedTab {
  readonly tab: InputTab;
  /** Below the header, as it was. */
  readonly rows: number;
  readonly how: 'is gone' | 'is empty' | 'has lost all its rows';
}

/**
 * "A wiped or broken sheet never wipes the reports": without Team every alias becomes a rep, without Outcomes every
 * voicemail a meaningful interaction. So a tab that said something does not fall back to its defaults unasked.
 */
export function vanishedTabs(before: Pick<Inputs, 'tabs'>, after: Pick<Inputs, 'tabs'>): VanishedTab[] {
  return GUARDED.flatMap((tab): VanishedTab[] => {
    const rows = filledRows(before.tabs[tab] ?? []) - 1;
    if (rows < 1) return [];
    const now = after.tabs[tab];
    if (!now) return [{ tab, rows, how: 'is gone' }];
    const left = filledRows(now);
    if (left === 0) return [{ tab, rows, how: 'is empty' }];
    return left === 1 && rows >= MANY ? [{ tab, rows, how: 'has lost all its rows' }] : [];
  });
}

const isFilled = (cell: Cell): boolean => cell !== undefined && cell !== null && cell !== '' && cell !== false;
const filledRows = (grid: Grid): number => grid.filter((row) => row.some(isFilled)).length;
