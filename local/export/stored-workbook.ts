import type { Inputs } from '../../lambdas/domain/inputs/rules.ts';
import { type RowChange, rowChanges } from '../../lambdas/domain/source/row-changes.ts';
import { EVER, inputsRef, type SourceRoot, sourceRootRef } from '../../lambdas/domain/source/source-tree.ts';
import type { ItemRef } from '../../lambdas/domain/trees/item.ts';
import { type LoadItems, withItems } from '../../lambdas/domain/trees/loader.ts';
import type { StorePort } from '../../lambdas/ports.ts';

/** The rows of one day and one Rep cell; the cell as it is stored. */
export type StoredRepDay = Pick<RowChange, 'day' | 'rep'> & { readonly lines: readonly string[] };

/** A snapshot as the store keeps it: settings tabs as typed, and rows by day. */
export interface StoredWorkbook {
  readonly root: SourceRoot;
  readonly inputs: Inputs;
  /** In order of days, then of Rep cells; undated rows first. */
  readonly repDays: readonly StoredRepDay[];
}

/** Everything below a source root, or without the rows that were archived out of the sheet; throws `MissingItem`. */
export async function readStoredWorkbook(
  store: StorePort,
  workbook: string,
  name: string,
  which: 'all' | 'on the sheet' = 'all',
): Promise<StoredWorkbook> {
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const root = await readJson<SourceRoot>(load, sourceRootRef(name));
  const inputs = await readJson<Inputs>(load, inputsRef(root.inputs));
  const rows = which === 'all' ? root : { months: root.months };
  const changes = await withItems(load, (lookup) =>
    rowChanges({ months: [], through: EVER }, { ...rows, through: EVER }, lookup),
  );
  const repDays = changes
    .map(({ day, rep, added }) => ({ day, rep, lines: added }))
    .sort((a, b) => a.day - b.day || (a.rep < b.rep ? -1 : 1));
  return { root, inputs, repDays };
}

/** The settings of a source root. */
export async function readInputsOf(store: StorePort, workbook: string, name: string): Promise<Inputs> {
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const root = await readJson<SourceRoot>(load, sourceRootRef(name));
  return readJson<Inputs>(load, inputsRef(root.inputs));
}

/** Written by ingest alone, so the shape is known. */
async function readJson<T>(load: LoadItems, ref: ItemRef): Promise<T> {
  return JSON.parse((await load([ref])).get(ref.digest) ?? 'null') as T;
}
