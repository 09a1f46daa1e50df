import { isValidFormat } from 'numfmt';
import type { CellFormat } from '../../model/cell.ts';
import { patternOf } from '../../number-format.ts';

/** Most that Excel takes. */
const MOST = 255;

/** The number format as Excel writes it; undefined when there is none, or none that Excel would open. */
export function numberPattern(format: CellFormat, locale: string): string | undefined {
  const pattern = patternOf(format, locale)?.replace(/\bam\/pm\b/gi, 'AM/PM');
  return pattern !== undefined && pattern.length <= MOST && isValidFormat(pattern) ? pattern : undefined;
}
