import type { Inputs } from '../domain/inputs/rules.ts';
import { vanishedTabs } from '../domain/inputs/vanished-tabs.ts';
import { massRemoval } from '../domain/source/removal-guard.ts';
import { inputsRef, type SourceRoot } from '../domain/source/source-tree.ts';
import { digest } from '../domain/trees/digest.ts';
import type { Stop } from '../domain/trees/head.ts';
import type { LoadItems } from '../domain/trees/loader.ts';
import { withItems } from '../domain/trees/loader.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import type { Comparison } from './compare.ts';
import { type NewSource, rowsOfWeek } from './source-change.ts';

interface Removals {
  readonly load: LoadItems;
  readonly before: SourceRoot | undefined;
  readonly after: NewSource;
  readonly inputs: Inputs;
  readonly lost: Comparison['lost'];
  /** What people confirmed: `true`, or the code that the message shows. */
  readonly accepted: readonly (boolean | string | undefined)[];
  readonly weekStartsOn: number;
}

/** Something that is gone, in a sentence; `names` it for the confirmation. */
interface Loss {
  readonly says: string;
  readonly names: string;
}

/** What people type to confirm: a letter and figures of base 16, which no cell takes for a number or a formula. */
const codeOf = (name: string): string => `ok-${Buffer.from(name, 'base64url').toString('hex').slice(0, 6)}`;

/** Why this snapshot is refused: it lost more than people take out on purpose. One code confirms all of it. */
export async function stopForRemovals(removals: Removals): Promise<Pick<Stop, 'message' | 'digest'> | undefined> {
  const { before, accepted } = removals;
  if (!before) return undefined;
  const losses = [await lostRows(before, removals), await lostTabs(before, removals)].filter(
    (loss) => loss !== undefined,
  );
  const [first, second] = losses;
  if (!first) return undefined;
  const name = second ? digest(JSON.stringify(losses.map(({ names }) => names))) : first.names;
  const code = codeOf(name);
  if (accepted.some((confirmation) => confirmation === true || confirmation === code)) return undefined;
  const how = `If that was on purpose, set "Accept removals" on the Settings tab to ${code}; otherwise restore it from File > Version history.`;
  return { message: [...losses.map(({ says }) => says), how].join(' '), digest: name };
}

async function lostRows(before: SourceRoot, { load, after, lost, weekStartsOn }: Removals): Promise<Loss | undefined> {
  if (lost.lines.length === 0) return undefined;
  // By what was there as well: a code that stays on the Settings tab confirms no other removal that ends in these rows.
  const names = digest(JSON.stringify([before.months, after.rowsDigest]));
  const left = after.root.months.reduce((sum, [, , count]) => sum + count, 0);
  if (left === 0) return { says: 'All rows of the tab Activity are gone.', names };
  const worst = await withItems(load, (lookup) =>
    massRemoval(lost.changes, lost.lines, (week) => rowsOfWeek(before, week, lookup), weekStartsOn),
  );
  if (!worst) return undefined;
  const { removed, rows, week } = worst;
  return { says: `${removed} of ${rows} rows of the week of ${week} are gone from the tab Activity.`, names };
}

async function lostTabs(before: SourceRoot, { load, after, inputs }: Removals): Promise<Loss | undefined> {
  if (before.inputs === after.root.inputs) return undefined;
  const known = await readable(load, before.inputs);
  const gone = known ? vanishedTabs(known, inputs) : [];
  if (gone.length === 0) return undefined;
  const says = gone.map(
    ({ tab, rows, how }) => `The tab ${tab}, which had ${rows} ${rows === 1 ? 'row' : 'rows'}, ${how}.`,
  );
  return { says: says.join(' '), names: digest(JSON.stringify([before.inputs, gone])) };
}

/** Lost items are for a full run to make good. */
async function readable(load: LoadItems, inputs: string): Promise<Inputs | undefined> {
  try {
    return JSON.parse((await load([inputsRef(inputs)])).get(inputs) ?? '') as Inputs; // written by newSource
  } catch (error) {
    if (error instanceof MissingItem) return undefined;
    throw error;
  }
}
