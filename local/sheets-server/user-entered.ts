export interface NumberFormat {
  readonly type: string;
  readonly pattern: string;
}

/** What typed text became. */
export interface UserEntered {
  readonly value: string | number | boolean | { readonly formula: string };
  /** The format that typing such a value gives the cell. */
  readonly numberFormat?: NumberFormat;
}
