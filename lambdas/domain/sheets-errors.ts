/** Thrown when a workbook can't be reached or read; the message says what to do. `kind` is stable. */
export class SheetsError extends Error {
  override readonly name = 'SheetsError';
  /** Words of Google within the message: they may quote the sheet, so logs leave them out. */
  said: string | undefined;
  readonly kind: 'not-shared' | 'not-found' | 'credentials' | 'quota' | 'unavailable' | 'refused';

  constructor(kind: SheetsError['kind'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

/** Sheets will not do it, now or later, before somebody changes something; the spreadsheet itself could be read. */
export const isSheetsRefusal = (error: unknown): error is SheetsError =>
  error instanceof SheetsError && (error.kind === 'refused' || error.kind === 'not-shared');
