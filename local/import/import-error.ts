/** Thrown when a file can't become a workbook; the message says what was expected and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
