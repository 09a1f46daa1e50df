import { parseArea } from '../sheets-server/a1.ts';
import type { Selection } from './selection.ts';

/** What the part behind `#` says, as in Sheets: `gid=7&range=A5:B6`. */
export interface Address {
  readonly tab: number | undefined;
  readonly selection: Selection | undefined;
}

export function parseAddress(hash: string): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const tab = parts.get('gid');
  return {
    tab: tab !== null && /^\d+$/.test(tab) ? Number(tab) : undefined,
    selection: parseSelection(parts.get('range') ?? ''),
  };
}

/** `B7`, `B7:C9`, `7:7`, as a person or a link writes it. */
export function parseSelection(text: string): Selection | undefined {
  const area = parseArea(text.trim());
  if (area === undefined) return undefined;
  const { startRow, startColumn, endRow = startRow + 1, endColumn = startColumn + 1 } = area;
  return {
    active: { row: startRow, column: startColumn },
    corner: { row: endRow - 1, column: endColumn - 1 },
  };
}
