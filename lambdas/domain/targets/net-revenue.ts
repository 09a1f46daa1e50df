import type { Figures } from '../weeks/figures.ts';

/** What counts against a revenue goal, in minor units: closed less taken back, and renewals, which are revenue but no closes. */
export const netRevenue = ({
  closeAmount,
  cancelledAmount,
  renewedAmount,
}: Pick<Figures, 'closeAmount' | 'cancelledAmount' | 'renewedAmount'>): number =>
  closeAmount - cancelledAmount + renewedAmount;
