import { arrayOf, type Json } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { DriveError } from './drive-error.ts';

/** A folder here is nothing but its id: whichever one names is there. */
export const parentsOf = (workbook: Workbook): readonly Json[] => {
  const parents = arrayOf(workbook.state.file?.parents);
  return parents.length === 0 ? ['root'] : parents;
};

/** Where a new file goes: one folder at most. Throws Drive's 403. */
export function checkParents(parents: readonly Json[]): readonly Json[] {
  if (parents.length > 1)
    throw new DriveError(403, 'Increasing the number of parents is not allowed', 'cannotAddParent');
  return parents;
}

/** The folders after `addParents` and `removeParents`, lists with commas. */
export function movedParents(before: readonly Json[], add = '', remove = ''): readonly Json[] {
  const list = (text: string) => text.split(',').flatMap((id) => id.trim() || []);
  const added = list(add);
  const removed = new Set<Json>(list(remove));
  const kept = before.filter((id) => !removed.has(id));
  // A file in one place alone: to be put elsewhere takes it from where it was.
  return checkParents(added.length > 0 ? added : kept);
}
