/** A cell as `UNFORMATTED_VALUE` with `SERIAL_NUMBER` returns it; an empty cell is absent, `null` or `''`. */
export type Cell = string | number | boolean | null | undefined;

/** A tab as read: rows of cells, row 0 first; trailing empty rows and cells are left out, inner empty rows are `[]`. */
export type Grid = readonly (readonly Cell[])[];
