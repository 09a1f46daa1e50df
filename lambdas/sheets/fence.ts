import { hash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Fence } from '../ports.ts';
import { TAB_SHEET_IDS } from '../tabs/tab-names.ts';

/** Visible in Data > Named ranges, so it says whose it is. Names hold letters, digits and underscores. */
function fenceName(fence: Fence): string {
  return `leadsheet_gen_${fence.generation}_${fence.key.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/** Derived from the name, so that the fence that stands can be deleted knowing only its generation and key. */
export function fenceId(fence: Fence): string {
  return `ls${hash('sha256', fenceName(fence), 'hex').slice(0, 14)}`;
}

/**
 * Compare-and-swap inside the sheet: Sheets knows no precondition, but deleting a named range that is not there, or
 * adding an id that is, fails the whole batch.
 */
export function deleteFence(fence: Fence): sheets_v4.Schema$Request {
  return { deleteNamedRange: { namedRangeId: fenceId(fence) } };
}

export function addFence(fence: Fence): sheets_v4.Schema$Request {
  return {
    addNamedRange: { namedRange: { namedRangeId: fenceId(fence), name: fenceName(fence), range: healthCell(0) } },
  };
}

/** Cell of column A on Health, zero-based row. */
export function healthCell(row: number): sheets_v4.Schema$GridRange {
  const sheetId = TAB_SHEET_IDS.Health;
  return { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: 0, endColumnIndex: 1 };
}
