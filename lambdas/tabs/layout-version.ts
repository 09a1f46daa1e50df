/** Raised by hand when a tab looks or is reckoned otherwise for the same stored figures: reports are then written anew. */
export const LAYOUT_VERSION = 9;
