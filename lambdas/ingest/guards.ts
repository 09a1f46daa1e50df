import type { RowLine } from '../domain/rows/row-line.ts';
import { massRemoval } from '../domain/source/removal-guard.ts';
import type { RowChange } from '../domain/source/row-changes.ts';
import type { SourceRoot } from '../domain/source/source-tree.ts';
import type { LoadItems } from '../domain/trees/loader.ts';
import { withItems } from '../domain/trees/loader.ts';
import { type NewSource, rowsOfWeek } from './source-change.ts';

interface Removals {
  readonly load: LoadItems;
  readonly before: SourceRoot | undefined;
  readonly after: NewSource;
  readonly rows: readonly RowChange[];
  /** Rows that are gone without a successor. */
  readonly gone: readonly RowLine[];
  /** What people confirmed: `true`, or the code that the message shows. */
  readonly accepted: readonly (boolean | string | undefined)[];
  readonly weekStartsOn: number;
}

/** What people type to confirm: a letter and figures of base 16, which no cell takes for a number or a formula. */
const codeOf = (rowsDigest: string): string => `ok-${Buffer.from(rowsDigest, 'base64url').toString('hex').slice(0, 6)}`;

/** Why this snapshot is refused: it lost more rows than people take out on purpose. */
export async function stopForRemovals(removals: Removals): Promise<{ message: string; digest: string } | undefined> {
  const { before, after, gone, rows, accepted } = removals;
  if (!before || gone.length === 0) return undefined;
  const code = codeOf(after.rowsDigest);
  if (accepted.some((confirmation) => confirmation === true || confirmation === code)) return undefined;
  const how = `If they were removed on purpose, set "Accept removals" on the Settings tab to ${code}; otherwise restore them from File > Version history.`;
  const left = after.root.months.reduce((sum, [, , count]) => sum + count, 0);
  if (left === 0) return { message: `All rows of the tab Activity are gone. ${how}`, digest: after.rowsDigest };
  const worst = await withItems(removals.load, (lookup) =>
    massRemoval(rows, gone, (week) => rowsOfWeek(before, week, lookup), removals.weekStartsOn),
  );
  if (!worst) return undefined;
  const message = `${worst.removed} of ${worst.rows} rows of the week of ${worst.week} are gone from the tab Activity. ${how}`;
  return { message, digest: after.rowsDigest };
}
