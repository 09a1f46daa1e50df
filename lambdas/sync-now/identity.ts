/** Who asks, as Google states it. */
export interface Identity {
  readonly email: string;
  /** Epoch milliseconds after which nobody takes the token any more. */
  readonly usableUntil: number;
}

/** Tells whose an identity token is. */
export interface IdentityPort {
  /**
   * `refused`: forged, for somebody else, expired, not yet valid, or of an address that Google did not verify.
   * `unavailable`: Google's certificates could not be had, so nothing can be said.
   */
  verify(token: string): Promise<Identity | 'refused' | 'unavailable'>;
}
