import { isSelling, type SellingKind } from './activity-kind.ts';
import type { ActivityRow } from './activity-row.ts';
import type { Settings } from './settings.ts';

/**
 * What is counted per rep and day. Amounts are integer minor units. The order is the order of storage: append only, and
 * raise FIGURES_VERSION when the meaning of one changes.
 */
export const FIGURES = [
  'rows',
  'touches',
  'msis',
  'unconfirmed',
  'attempts',
  'followUps',
  'opportunities',
  'asks',
  'closes',
  'lost',
  'cancelled',
  'askAmount',
  'closeAmount',
  'bookedAmount',
  'invoicedAmount',
  'paidAmount',
  'cancelledAmount',
  'renewedAmount',
] as const;

export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number>>;

/** Raised by hand when a figure is computed otherwise: stored rollups are then computed anew. */
export const FIGURES_VERSION = 1;

export const FIGURE_AT = Object.fromEntries(FIGURES.map((figure, index) => [figure, index])) as Readonly<
  Record<Figure, number>
>; // Object.fromEntries forgets the keys

/** Sums in storage order -> named figures. */
export function figuresOf(sums: readonly number[]): Figures {
  return Object.fromEntries(FIGURES.map((figure, index) => [figure, sums[index] ?? 0])) as Record<Figure, number>; // keys are FIGURES
}

/** The sum of several. */
export function totalOf(parts: readonly Figures[]): Figures {
  return Object.fromEntries(
    FIGURES.map((figure) => [figure, parts.reduce((sum, part) => sum + part[figure], 0)]),
  ) as Record<Figure, number>; // keys are FIGURES
}

const MSI_FIGURE: Readonly<Record<Exclude<SellingKind, 'close'>, Figure>> = {
  attempt: 'attempts',
  'follow-up': 'followUps',
  opportunity: 'opportunities',
  ask: 'asks',
};

/**
 * What one row adds by itself. Whether a Close row is a touch, a close or a later row of a closed deal is decided by its
 * deal (deal-figures.ts).
 * - touches = selling rows (x Count), whatever the outcome.
 * - MSI = touches whose outcome is not on the exclusion list in force on the row's date.
 * - unconfirmed = attempts with a blank outcome.
 */
export function rowFigures(
  row: ActivityRow,
  unconfirmed: Settings['unconfirmed'],
): ReadonlyArray<readonly [Figure, number]> {
  if (!isSelling(row.kind) || row.kind === 'close') return [['rows', 1]];
  const figures: [Figure, number][] = [
    ['rows', 1],
    ['touches', row.count],
  ];
  if (row.meaning === 'unconfirmed') figures.push(['unconfirmed', row.count]);
  if (isMsi(row, unconfirmed)) {
    figures.push(['msis', row.count], [MSI_FIGURE[row.kind], row.count]);
    if (row.kind === 'ask' && row.amount !== undefined) figures.push(['askAmount', row.amount]);
  }
  return figures;
}

/** An interaction that counts: not on the exclusion list, and, where the settings drop them, not without outcome. */
export function isMsi(row: ActivityRow, unconfirmed: Settings['unconfirmed']): boolean {
  return row.meaning === 'meaningful' || (row.meaning === 'unconfirmed' && unconfirmed !== 'Drop');
}
