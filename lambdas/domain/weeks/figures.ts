import type { Settings } from '../inputs/settings.ts';
import { type ActivityKind, isSelling, type SellingKind } from '../rows/activity-kind.ts';
import type { ActivityRow } from '../rows/activity-row.ts';

/**
 * What is counted per rep and day. Amounts are integer minor units. The order is the order of storage: append only, and
 * raise FIGURES_VERSION when the meaning of one changes.
 * `lost` = Lost decisions, as reported in their week; `lostForGood` = deals whose last decision it is (a deal that was
 * worked again is open). Minutes are per category of work. `closesWithAmount` = closes whose amount was typed, of whom
 * their revenue goes to: what `closeAmount` is the sum of.
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
  'lostForGood',
  'sellingMinutes',
  'administrationMinutes',
  'accountManagementMinutes',
  'proposalMinutes',
  'prospectingMinutes',
  'fulfilmentMinutes',
  'closesWithAmount',
] as const;

export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number>>;

/** Raised by hand when a figure is computed otherwise: stored rollups are then computed anew. */
export const FIGURES_VERSION = 5;

export const FIGURE_AT = Object.fromEntries(FIGURES.map((figure, index) => [figure, index])) as Readonly<
  Record<Figure, number>
>; // Object.fromEntries forgets the keys

/** Sums in storage order -> named figures. */
export function figuresOf(sums: readonly number[]): Figures {
  const figures = {} as Record<Figure, number>; // every one is set below
  for (let at = 0; at < FIGURES.length; at++) figures[FIGURES[at] as Figure] = sums[at] ?? 0; // at < FIGURES.length
  return figures;
}

/** The sum of several. */
export function totalOf(parts: readonly Figures[]): Figures {
  const total = { ...figuresOf([]) };
  for (const part of parts) for (const figure of FIGURES) total[figure] += part[figure];
  return total;
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
  const figures: [Figure, number][] = [['rows', 1]];
  if (row.minutes !== undefined) figures.push([MINUTES_FIGURE[row.kind], row.minutes]);
  if (!isSelling(row.kind) || row.kind === 'close') return figures;
  figures.push(['touches', row.count]);
  if (row.meaning === 'unconfirmed') figures.push(['unconfirmed', row.count]);
  if (isMsi(row, unconfirmed)) {
    figures.push(['msis', row.count], [MSI_FIGURE[row.kind], row.count]);
    if (row.kind === 'ask' && row.amount !== undefined) figures.push(['askAmount', row.amount]);
  }
  return figures;
}

/** "time split by category": selling is one category, each kind of support another. */
const MINUTES_FIGURE: Readonly<Record<ActivityKind, Figure>> = {
  attempt: 'sellingMinutes',
  'follow-up': 'sellingMinutes',
  opportunity: 'sellingMinutes',
  ask: 'sellingMinutes',
  close: 'sellingMinutes',
  administration: 'administrationMinutes',
  'account management': 'accountManagementMinutes',
  'proposal generation': 'proposalMinutes',
  prospecting: 'prospectingMinutes',
  fulfilment: 'fulfilmentMinutes',
};

/** An interaction that counts: not on the exclusion list, and, where the settings drop them, not without outcome. */
export function isMsi({ meaning }: Pick<ActivityRow, 'meaning'>, unconfirmed: Settings['unconfirmed']): boolean {
  return meaning === 'meaningful' || (meaning === 'unconfirmed' && unconfirmed !== 'Drop');
}
