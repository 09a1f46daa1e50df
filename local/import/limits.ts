const MB = 1_000_000;

/** A file on disk must be smaller. */
export const MAX_FILE_BYTES = 50 * MB;

/** What a packed file may hold once unpacked. Also what fits into one JavaScript string. */
export const MAX_UNPACKED_BYTES = 512 * MB;

/** An honest part of a workbook shrinks 5 to 50 times; one that shrinks more than this is a zip bomb... */
export const MAX_RATIO = 200;

/** ...unless it is small when unpacked: a sheet of equal rows shrinks without limit and does no harm. */
export const RATIO_FROM_BYTES = 10 * MB;

/** The limit of Google Sheets for one workbook: rows x columns, summed over its tabs. */
export const MAX_CELLS = 10_000_000;

export const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)} MB`;
