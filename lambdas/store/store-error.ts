/**
 * Thrown when DynamoDB can't be used; the message says what to do. `kind` is stable: `busy` (throttled for longer than
 * there was time), `unavailable` (no answer, or failures on its side), `refused` (it will not get better by waiting).
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Words of AWS within the message: they may quote an item, so logs leave them out. */
  readonly said: string | undefined;
  readonly kind: 'busy' | 'unavailable' | 'refused';

  constructor(kind: StoreError['kind'], message: string, options?: { cause?: unknown; said?: string | undefined }) {
    super(message, options);
    this.kind = kind;
    this.said = options?.said;
  }
}
