import type { CellLayout, ChartLayout } from './layout.ts';

/** A part of a tab: its rows, and the charts that read them. */
export interface LaidBlock {
  readonly rows: readonly (readonly CellLayout[])[];
  readonly charts: readonly ChartLayout[];
}

/** Laid out once it is known in which row it begins. Without rows it is left out. */
export type Block = (startRow: number) => LaidBlock;

export const NO_BLOCK: Block = () => ({ rows: [], charts: [] });
export const rowsOnly =
  (rows: LaidBlock['rows']): Block =>
  () => ({ rows, charts: [] });

/** Blocks one below the other, a blank row between them. */
export function stacked(blocks: readonly Block[]): LaidBlock {
  const rows: (readonly CellLayout[])[] = [];
  const charts: ChartLayout[] = [];
  for (const block of blocks) {
    const gap = rows.length > 0 ? 1 : 0;
    const laid = block(rows.length + gap);
    if (laid.rows.length === 0) continue;
    if (gap > 0) rows.push([]);
    rows.push(...laid.rows);
    charts.push(...laid.charts);
  }
  return { rows, charts };
}
