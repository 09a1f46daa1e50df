/**
 * Thrown when DynamoDB can't be used; the message says what to do. `kind` is stable: `busy` (throttled for longer than
 * there was time), `unavailable` (no answer, or failures on its side), `refused` (it will not get better by waiting).
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: 'busy' | 'unavailable' | 'refused';

  constructor(kind: StoreError['kind'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}
