import type { Call } from '../call.ts';

export interface Day {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  /** 0: Sunday */
  readonly weekday: number;
}

const EPOCH = 25_569;

/** The calendar day of days since 1899-12-30. */
export function dayOf(serial: number): Day {
  const date = new Date((Math.floor(serial) - EPOCH) * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** Months and days past their ends count on into the next ones. */
export function serialOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000 + EPOCH;
}

/** The same day so many months later, or the last one of a shorter month. */
export function monthsLater(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial);
  const last = dayOf(serialOf(year, month + months + 1, 0)).day;
  return serialOf(year, month + months, Math.min(day, last));
}

/** A date argument as a whole day number. */
export function dateArgument(call: Call, index: number): number {
  const value = call.number(index);
  if (value >= 0) return Math.floor(value);
  return call.fail(
    '#NUM!',
    `Function ${call.name} parameter ${index + 1} value is ${value}. It should be greater than or equal to 0.`,
  );
}

/** Hours, minutes and seconds of a serial, to the second. */
export function clockOf(serial: number): { hour: number; minute: number; second: number } {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}
