import type { JsonObject } from '../json.ts';

/** A refusal in the form of OAuth 2.0, which is not that of the APIs. */
export class OAuthError extends Error {
  readonly status: number;
  private readonly error: string;

  constructor(error: string, description: string, status = 400) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
    this.status = status;
  }

  body(): JsonObject {
    return { error: this.error, error_description: this.message };
  }
}
