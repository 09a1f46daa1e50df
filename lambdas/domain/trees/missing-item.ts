import type { ItemRef } from './item.ts';

/** Thrown when a root or a node names an item that the table does not hold. */
export class MissingItem extends Error {
  override readonly name = 'MissingItem';
  readonly workbook: string;
  readonly ref: ItemRef;

  /** `ref` is one of the `count` items that are missing. */
  constructor(workbook: string, ref: ItemRef, count: number) {
    const others = count > 1 ? ` and ${count - 1} more` : '';
    super(
      `Workbook ${workbook}: item ${ref.area}#${ref.digest}${others} is not in the table. ` +
        `It was deleted while in use, or never written. To write everything again: leadsheet sync ${workbook} --full`,
    );
    this.workbook = workbook;
    this.ref = { area: ref.area, digest: ref.digest };
  }
}
