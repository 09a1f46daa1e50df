import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellLayout } from '../tabs/layout.ts';
import { formatFor } from './styles.ts';

/** Sheets refuses the whole batch when one cell is longer. */
const LONGEST_TEXT = 50_000;

/** The fields of a cell that we write, and so also those that are cleared where a layout has no cell. */
export const CELL_FIELDS = 'userEnteredValue,userEnteredFormat,note';

/** A cell as `updateCells` takes it. Text stays text, also when it begins like a formula. */
export function cellData(cell: CellLayout): sheets_v4.Schema$CellData {
  const data: sheets_v4.Schema$CellData = {};
  const value = extendedValue(cell.value);
  const format = linked(formatFor(cell.style, cell.value), cell.link);
  if (value !== undefined) data.userEnteredValue = value;
  if (Object.keys(format).length > 0) data.userEnteredFormat = format;
  if (cell.note !== undefined && cell.note !== '') data.note = shortened(cell.note);
  return data;
}

function extendedValue(value: CellLayout['value']): sheets_v4.Schema$ExtendedValue | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return { stringValue: shortened(value) };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') {
    // JSON has no NaN: it would arrive as null and be refused far from its cause.
    if (!Number.isFinite(value)) throw new Error(`A cell of a report tab holds ${value}; leave it out instead.`);
    return { numberValue: value };
  }
  return { formulaValue: value.formula.startsWith('=') ? value.formula : `=${value.formula}` };
}

function linked(format: sheets_v4.Schema$CellFormat, uri: string | undefined): sheets_v4.Schema$CellFormat {
  if (uri === undefined) return format;
  return { ...format, textFormat: { ...format.textFormat, underline: true, link: { uri } } };
}

function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  // Half of a surrogate pair at the cut is not a character.
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
