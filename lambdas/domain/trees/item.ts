/** Where an immutable item is kept. Two items with equal bodies in one area are one item. */
export interface ItemRef {
  /** The neighbourhood, such as `leaf/2026-11`: groups what is read together. */
  readonly area: string;
  readonly digest: string;
}

/** An immutable item: `digest` is the digest of `body`, so an item can be written any number of times. */
export interface TreeItem extends ItemRef {
  /** Canonical JSON. */
  readonly body: string;
}
