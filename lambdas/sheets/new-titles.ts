import type { Publication } from '../ports.ts';
import type { TabName } from '../tabs/tab-names.ts';
import { freeTitle } from './free-title.ts';

/** A title for each tab that is set up, in the order of the publication: its name, unless another tab has that. */
export function newTitles({ tabs, takenTitles = [] }: Publication): ReadonlyMap<TabName, string> {
  const taken = [...takenTitles];
  const titles = new Map<TabName, string>();
  for (const { layout, previous } of tabs) {
    if (previous !== undefined) continue;
    const title = freeTitle(layout.name, taken);
    taken.push(title);
    titles.set(layout.name, title);
  }
  return titles;
}
