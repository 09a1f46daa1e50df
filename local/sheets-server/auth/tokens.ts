import { randomBytes } from 'node:crypto';

export interface Grant {
  /** Who asked: the address of a service account, or the audience of a federation. */
  readonly subject: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Access tokens that the server gave out. They live as long as the server, and an hour at most. */
export class Tokens {
  private readonly grants = new Map<string, Grant>();
  private readonly clock: () => number;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  issue(subject: string, scopes: readonly string[], seconds: number): string {
    const token = `ya29.${randomBytes(32).toString('base64url')}`;
    this.grants.set(token, { subject, scopes, expires: this.now + seconds * 1000 });
    return token;
  }

  /** Undefined for a token that was not given out here, or that is no longer good. */
  find(token: string | undefined): Grant | undefined {
    const grant = token === undefined ? undefined : this.grants.get(token);
    return grant !== undefined && grant.expires > this.now ? grant : undefined;
  }

  get now(): number {
    return this.clock();
  }
}
