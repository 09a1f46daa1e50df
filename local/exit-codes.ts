/** What the command line ends with. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  /** The sheet was refused; the last good reports stay. */
  sheetNeedsAttention: 3,
} as const;
