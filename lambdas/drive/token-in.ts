import { SheetsError } from '../domain/sheets-errors.ts';

/** A list of changes always says where it goes on. */
export function tokenIn(token: string | null | undefined): string {
  if (token) return token;
  throw new SheetsError(
    'unavailable',
    'Google Drive did not say where its list of changes goes on. Nothing needs to be done unless this lasts.',
  );
}
