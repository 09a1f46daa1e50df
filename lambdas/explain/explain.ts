import { phrase } from '../domain/cells/phrase.ts';
import { type AsOf, asOfInstant } from '../domain/days/as-of.ts';
import type { Day } from '../domain/days/day.ts';
import { type Week, weekOf } from '../domain/days/week.ts';
import { readDeals } from '../domain/deals/deal-trie.ts';
import { type Inputs, type Rules, rulesOf } from '../domain/inputs/rules.ts';
import { type RepKey, TEAM, UNASSIGNED, UNASSIGNED_NAME } from '../domain/rows/rep-key.ts';
import { dealsOf, type RowBehind, rowsBehind } from '../domain/rows/rows-behind.ts';
import { rowChanges } from '../domain/source/row-changes.ts';
import { inputsRef, type SourceRoot, sourceRootRef } from '../domain/source/source-tree.ts';
import { type LoadItems, type Lookup, withItems } from '../domain/trees/loader.ts';
import { type DerivedRoot, derivedRootRef, readWeeks, trieOf, weekEntries } from '../domain/weeks/derived-tree.ts';
import type { Figure } from '../domain/weeks/figures.ts';
import { repFigures } from '../domain/weeks/week-rollup.ts';
import type { StorePort } from '../ports.ts';

export interface ExplainRequest {
  readonly workbook: string;
  /** Any day of the week; absent = the week of today. */
  readonly day?: Day;
  /** A name, e-mail or alias as in the Rep column; absent = the team. */
  readonly rep?: string;
  readonly figure: Figure;
  readonly asOf?: AsOf;
}

export interface Explanation {
  readonly week: Week;
  /** As the reports name the rep; `Team` for the team. */
  readonly name: string;
  readonly rows: readonly RowBehind[];
  /** What the rollup holds: equal to the sum of what the rows add. */
  readonly total: number;
  /** Decimals of amounts. */
  readonly minorDigits: number;
}

/** "explain: the rows behind a figure", read from the trees of the last rollup. Throws where there is nothing to explain. */
export async function explain(
  { store, clock }: { readonly store: StorePort; readonly clock: () => number },
  request: ExplainRequest,
): Promise<Explanation> {
  const { workbook, figure } = request;
  const head = await store.readHead(workbook);
  if (!head?.derived) throw new Error(`The workbook ${workbook} has no figures yet: run a sync first.`);
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const { source: sourceRoot, root } = head.derived;
  const [source, derived] = await withItems(load, (lookup) => [
    read<SourceRoot>(sourceRootRef(sourceRoot), lookup),
    read<DerivedRoot>(derivedRootRef(root), lookup),
  ]);
  const inputs = source && (await withItems(load, (lookup) => read<Inputs>(inputsRef(source.inputs), lookup)));
  if (!source || !derived || !inputs) throw new Error('items of the last rollup are missing');
  const rules = rulesOf(inputs);
  const today = (request.asOf ?? asOfInstant(clock(), rules.timeZone)).day;
  const week = weekOf(request.day ?? today, rules.settings.weekStartsOn);
  const { key, name } = repOf(request.rep, rules);
  if (key.startsWith('r:') && !rules.team.names.has(key.slice(2))) {
    const reps = await withItems(load, (lookup) => repsWithRows(derived, lookup));
    if (!reps.has(key)) throw new Error(unknownRep(name, reps, rules));
  }

  const through = Math.min(week + 6, derived.through);
  const upTo = (day: Day) => ({ ...source, through: day });
  const changes = await withItems(load, (lookup) => rowChanges(upTo(week - 1), upTo(through), lookup));
  const lines = changes.flatMap(({ added }) => added);
  const deals = await withItems(load, (lookup) => readDeals(trieOf(derived.deals), dealsOf(lines, rules), lookup));
  const rollup = (await withItems(load, (lookup) => readWeeks(derived, new Set([week]), lookup))).get(week);
  return {
    week,
    name,
    rows: rowsBehind(lines, rules, deals, { rep: key, figure }),
    total: repFigures(rollup, key, week, week + 6)[figure],
    minorDigits: rules.minorDigits,
  };
}

function repOf(typed: string | undefined, { team }: Rules): { readonly key: RepKey; readonly name: string } {
  if (typed === undefined) return { key: TEAM, name: 'Team' };
  if (phrase(typed) === UNASSIGNED_NAME) return { key: UNASSIGNED, name: UNASSIGNED_NAME };
  const name = team.names.get(phrase(typed)) ?? typed;
  return { key: `r:${phrase(name)}`, name };
}

/** Reps that rows of any week name. */
function repsWithRows(derived: DerivedRoot, lookup: Lookup): ReadonlySet<RepKey> {
  const weeks = new Set(weekEntries(derived, () => true, lookup).map(([week]) => week));
  const rollups = readWeeks(derived, weeks, lookup).values();
  return new Set([...rollups].flatMap(({ days }) => [...days.keys()]).filter((key) => key.startsWith('r:')));
}

function unknownRep(name: string, reps: ReadonlySet<RepKey>, { team }: Rules): string {
  const others = [...reps].filter((key) => !team.names.has(key.slice(2))).map((key) => key.slice(2));
  const known = [...team.members.map((member) => member.name), ...others.sort()];
  const listed = known.slice(0, LISTED).join(', ') + (known.length > LISTED ? ', ...' : '');
  return `No row that counts names "${name}"${team.exists ? ', nor does Team' : ''}. ${listed === '' ? 'None names a rep.' : `Reps are: ${listed}.`}`;
}

const LISTED = 20;

/** Items are written by this code alone, so their shape is known. */
function read<T>(ref: Parameters<Lookup>[0], lookup: Lookup): T | undefined {
  const body = lookup(ref);
  return body === undefined ? undefined : (JSON.parse(body) as T);
}
