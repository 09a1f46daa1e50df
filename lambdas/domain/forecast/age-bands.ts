/**
 * First week of each band of ages. A week has a chance of its own while deals leave quickly; later, where few leave, weeks
 * are pooled, and everything older than a year is one band: its chance goes on for ever, as small as it was seen to be.
 */
const BAND_STARTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 26, 52] as const;
export const BANDS = BAND_STARTS.length;

/** First week of a band, and the week after its last. */
export const bandStart = (band: number): number => BAND_STARTS[band] ?? Number.POSITIVE_INFINITY;

const EARLY = Array.from({ length: 53 }, (_, week) => BAND_STARTS.findLastIndex((start) => start <= week));

/** The band of the nth week in a step, 0 = the first 7 days. */
export const bandOf = (week: number): number => EARLY[week] ?? BANDS - 1;

/** A step in which a deal can stand: attempt, opportunity, ask. */
export type OpenStep = 0 | 1 | 2;
export const OPEN_STEPS = 3;
/** Where the value of a step and band stands in a list. */
export const cellOf = (step: number, band: number): number => step * BANDS + band;
