import { parseArea } from '../sheets-server/a1.ts';
import type { Selection } from './selection.ts';

/** What the part behind `#` says, as in Sheets: `gid=7&range=A5:B6`, `gid=7&fvid=12`. */
export interface Address {
  readonly tab: number | undefined;
  /** A filter view of the tab. */
  readonly view: number | undefined;
  readonly selection: Selection | undefined;
}

export function parseAddress(hash: string): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (name: string) => {
    const text = parts.get(name);
    return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  return { tab: number('gid'), view: number('fvid'), selection: parseSelection(parts.get('range') ?? '') };
}

export const formatAddress = (tab: number, view?: number): string =>
  view === undefined ? `#gid=${tab}` : `#gid=${tab}&fvid=${view}`;

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
