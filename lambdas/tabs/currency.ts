import type { Rules } from '../domain/inputs/rules.ts';

type Currency = Pick<Rules, 'settings' | 'minorDigits'>;

/** `Amount, GBP`; without the setting nobody knows in which currency the team sells. */
export const inCurrency = (name: string, { settings: { currency } }: Currency): string =>
  currency === '' ? name : `${name}, ${currency}`;

/** `12,345`, in whole units: where the currency is said already. */
export const wholeAmount = (minor: number, { minorDigits }: Currency): string =>
  Math.round(minor / 10 ** minorDigits).toLocaleString('en');

/** `GBP 12,345` */
export const amountText = (minor: number, rules: Currency): string =>
  `${rules.settings.currency} ${wholeAmount(minor, rules)}`.trimStart();
