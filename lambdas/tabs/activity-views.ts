import { phrase } from '../domain/cells/phrase.ts';
import { type RepKey, UNASSIGNED } from '../domain/rows/rep-key.ts';
import { digest } from '../domain/trees/digest.ts';
import { FIRST_VIEW_ID, type FilterViewLayout, LAST_VIEW_ID } from './filter-view.ts';
import type { ReportSums } from './report-figures.ts';
import { type RepLine, repLines } from './reps.ts';

export const REJECTED_VIEW_ID = FIRST_VIEW_ID;
const FIRST_REP_VIEW = FIRST_VIEW_ID + 10;

export interface ActivityViews {
  readonly layouts: readonly FilterViewLayout[];
  /** Rep -> id of the view on the rep's rows of a week. */
  readonly thisWeek: ReadonlyMap<RepKey, number>;
  readonly lastWeek: ReadonlyMap<RepKey, number>;
}

/**
 * "Links: one filter view per rep for this week and one for last week on Activity", and one for the rejected rows: a view
 * finds its rows after every sort, which the address of a cell would not. Without a Check column that we may write, we
 * leave nothing on the reps' tab.
 */
export function activityViews(figures: ReportSums): ActivityViews {
  const none: ActivityViews = { layouts: [], thisWeek: new Map(), lastWeek: new Map() };
  if (!figures.links.views) return none;
  const { current, rules } = figures;
  const thisWeek = new Map<RepKey, number>();
  const lastWeek = new Map<RepKey, number>();
  const taken = new Set<number>();
  const layouts: FilterViewLayout[] = [
    { id: REJECTED_VIEW_ID, title: 'Rejected rows', criteria: [{ column: 'check', startsWith: 'rejected' }] },
  ];
  for (const rep of repLines(figures, [current - 7, current])) {
    for (const [week, views, title] of [
      [current, thisWeek, 'This week'],
      [current - 7, lastWeek, 'Last week'],
    ] as const) {
      const id = freeId(`${rep.key} ${title}`, taken);
      views.set(rep.key, id);
      const dates = { column: 'date', from: week, to: week + 7 } as const;
      const names = { column: 'rep', names: namesOf(rep, rules.team.names) } as const;
      layouts.push({ id, title: `${title}: ${rep.name}`, criteria: [dates, names] });
    }
  }
  return { layouts, thisWeek, lastWeek };
}

/** Everything that is typed for this rep: the name, e-mails and aliases. */
function namesOf(rep: RepLine, names: ReadonlyMap<string, string>): string[] {
  if (rep.key === UNASSIGNED) return [];
  const others = [...names].flatMap(([typed, name]) => (name === rep.name ? [typed] : []));
  return [...new Set([phrase(rep.name), ...others])].sort();
}

/** The same for the same rep as long as nobody before in the list has it. */
function freeId(text: string, taken: Set<number>): number {
  const room = LAST_VIEW_ID - FIRST_REP_VIEW;
  let id = FIRST_REP_VIEW + (Buffer.from(digest(text)).readUInt32BE() % room);
  while (taken.has(id)) id = FIRST_REP_VIEW + ((id - FIRST_REP_VIEW + 1) % room);
  taken.add(id);
  return id;
}
