import { ApiError } from '../api-error.ts';
import type { JsonObject } from '../json.ts';

/** More than this nobody reads. */
const MOST = 100;

/** Collects what is wrong with a request, as Google does, which answers all of it at once. */
export class Violations {
  private readonly found: JsonObject[] = [];

  add(field: string, description: string): void {
    if (this.found.length < MOST) this.found.push({ ...(field === '' ? {} : { field }), description });
  }

  /** Throws a 400 when there is any. */
  refuse(): void {
    if (this.found.length === 0) return;
    const message = this.found.map(({ description }) => String(description)).join('\n');
    throw new ApiError(400, message, [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: this.found },
    ]);
  }
}

/** `Unknown name "x" at 'requests[0]': Cannot find field.`; `at` is '' for the root. */
export const unknownName = (name: string, at: string, why: string): string =>
  `Invalid JSON payload received. Unknown name "${name}"${at === '' ? '' : ` at '${at}'`}: ${why}`;

export const invalidValue = (at: string, type: string, value: unknown): string =>
  `Invalid value at '${at}' (${type}), ${JSON.stringify(value)}`;
