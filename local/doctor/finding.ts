/** What one check found. `cure` says what to do, and is there for every failure; of what was skipped, how to look. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What was found, or why it was not looked at. */
  readonly said: string;
  readonly cure?: string;
}

export const ok = (name: string, said: string): Finding => ({ name, status: 'ok', said });
export const failed = (name: string, said: string, cure: string): Finding => ({ name, status: 'failed', said, cure });
export const skipped = (name: string, said: string, cure?: string): Finding => ({
  name,
  status: 'skipped',
  said,
  ...(cure !== undefined && { cure }),
});

/** Name and message of whatever was thrown, in one line. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message.replaceAll(/\s+/g, ' ')}`
    : String(error);
