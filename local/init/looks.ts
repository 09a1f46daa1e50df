import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { COLOURS, colourStyle } from '../../lambdas/sheets/colours.ts';
import { STYLES } from '../../lambdas/sheets/styles.ts';
import type { Mark, Takes } from './tab-spec.ts';

type Format = sheets_v4.Schema$CellFormat;

export const HEADER_FORMAT: Format = STYLES.head;

const text = (colour: string): Format => ({ textFormat: { foregroundColorStyle: colourStyle(colour) } });

/** Conditional formats of Sheets can change colours and weight, and nothing else. */
export const MARK_FORMATS: Readonly<Record<Mark['look'], Format>> = {
  bad: { backgroundColorStyle: colourStyle('#f9d7d3'), ...text(COLOURS.bad) },
  caution: { backgroundColorStyle: colourStyle(COLOURS.bannerBackground), ...text(COLOURS.banner) },
  good: text(COLOURS.good),
  muted: text(COLOURS.grey),
};

/** How a column shows what is typed; undefined = as Sheets decides. */
export function columnFormat(takes: Takes | undefined): Format | undefined {
  if (takes?.kind === 'date') return { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
  if (takes?.kind === 'amount') return { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } };
  return undefined;
}
