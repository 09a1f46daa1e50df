import { parseUserEntered } from '../sheets-server/parse-user-entered.ts';
import type { FileCell } from '../sheets-server/workbook-file.ts';
import { withoutMark } from './text-mark.ts';

export interface NumberFormat {
  readonly type: string;
  readonly pattern: string;
}

export interface TypedCell {
  readonly value: FileCell;
  readonly numberFormat?: NumberFormat;
}

/** `00123`, `+44 20...`, and more digits than a double keeps: names made of digits, which a number would spoil. */
const IDENTIFIER = /^(0\d+|\+[\d ()-]{6,}|[-+]?\d{16,})$/;

/**
 * A cell of a CSV as if a person had pasted it, short of three things: identifiers keep their digits, and neither
 * formulas nor anything else that is no number or truth value becomes other than the text that stands there. The
 * apostrophe that our own files put before a formula goes again, as it would when somebody typed it.
 */
export function typeCell(text: string, locale: string): TypedCell {
  if (text === '') return { value: null };
  const marked = withoutMark(text);
  if (marked !== undefined) return { value: marked };
  if (text.startsWith('=') || IDENTIFIER.test(text.trim())) return { value: text };
  const { value, numberFormat } = parseUserEntered(text, locale);
  if (typeof value !== 'number' && typeof value !== 'boolean') return { value: text };
  return numberFormat ? { value, numberFormat } : { value };
}
