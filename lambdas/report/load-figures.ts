import type { AsOf } from '../domain/days/as-of.ts';
import type { Day } from '../domain/days/day.ts';
import { type Week, weekOf, weeksUntil } from '../domain/days/week.ts';
import { type DealLine, decodeDealLine } from '../domain/deals/deal-line.ts';
import { learnedStandards } from '../domain/deals/deal-standards.ts';
import { allDeals } from '../domain/deals/deal-trie.ts';
import { DECIDED_WEEKS } from '../domain/forecast/forecast-input.ts';
import { type Inputs, rulesOf } from '../domain/inputs/rules.ts';
import type { Settings } from '../domain/inputs/settings.ts';
import type { Quality } from '../domain/rows/quality.ts';
import { keyNow } from '../domain/rows/rep-key.ts';
import {
  type DayEntry,
  inputsRef,
  monthRef,
  qualityRef,
  type SourceRoot,
  sourceRootRef,
} from '../domain/source/source-tree.ts';
import type { Head } from '../domain/trees/head.ts';
import { type LoadItems, type Lookup, withItems } from '../domain/trees/loader.ts';
import { type DerivedRoot, derivedRootRef, readDecided, readWeeks, trieOf } from '../domain/weeks/derived-tree.ts';
import { type Facts, factsRef, noFacts } from '../domain/weeks/facts.ts';
import { asReported } from '../domain/weeks/frozen-weeks.ts';
import { renamedFacts } from '../domain/weeks/renamed-facts.ts';
import type { ReportSums } from '../tabs/report-figures.ts';
import type { SheetLinks } from '../tabs/sheet-links.ts';
import type { FiguresStore } from './figures-store.ts';
import { loadRowEntries } from './load-row-entries.ts';

/** As far back as distributions are learned, and a cohort of that age needs its own weeks. */
const WEEKS_READ = 131;

/** Counts of closed weeks are compared with those reported as far back as this. */
const RESTATED_WEEKS = 26;

export interface LoadedFigures extends ReportSums {
  /** Rows have come due since the last rollup: these figures are those of a day before. */
  readonly isBehind: boolean;
}

/** Everything that the tabs say, read from the trees that a head names. `weeks` = how many to read back from as-of. */
export async function loadFigures(
  store: FiguresStore,
  workbook: string,
  head: RolledUpHead,
  asOfIn: (timeZone: string) => AsOf,
  weeks: number = WEEKS_READ,
): Promise<LoadedFigures> {
  const load: LoadItems = (refs) => store.getItems(workbook, refs);
  const figures = await withItems(load, (lookup) => figuresIn(lookup, workbook, head, asOfIn, weeks) ?? NOT_YET);
  const entries = await loadRowEntries(store, workbook, head.source, figures);
  return { ...figures, entries };
}

export type RolledUpHead = Head & { readonly source: string; readonly derived: NonNullable<Head['derived']> };

type Figures = Omit<LoadedFigures, 'entries'>;

/** Stands in while items are still being read; `withItems` never returns it. */
const NOT_YET = {} as Figures;

function figuresIn(
  lookup: Lookup,
  workbook: string,
  head: RolledUpHead,
  asOfIn: (timeZone: string) => AsOf,
  weeksBack: number,
): Figures | undefined {
  const read = <T>(ref: Parameters<Lookup>[0]): T | undefined => {
    const body = lookup(ref);
    return body === undefined ? undefined : (JSON.parse(body) as T); // items are written by this code alone
  };
  const source = read<SourceRoot>(sourceRootRef(head.source));
  const derived = read<DerivedRoot>(derivedRootRef(head.derived.root));
  const facts = head.facts === undefined ? undefined : read<Facts>(factsRef(head.facts));
  const inputs = source && read<Inputs>(inputsRef(source.inputs));
  const quality = source && read<Quality>(qualityRef(source.quality));
  if (!source || !derived || !inputs || !quality || (head.facts !== undefined && !facts)) return undefined;
  const rules = rulesOf(inputs);
  const asOf = asOfIn(rules.timeZone);
  const current = weekOf(asOf.day, rules.settings.weekStartsOn);
  const back = (count: number): Week[] => weeksUntil(current, count);
  const weeks = readWeeks(derived, new Set(back(weeksBack)), lookup);
  const open = openDeals(derived, lookup);
  const { held, through } = heldRows(source, asOf, lookup);
  return {
    isBehind: through > derived.through,
    title: inputs.title,
    rules,
    asOf,
    current,
    weeks,
    quality,
    held,
    archived: (source.archive ?? []).reduce((sum, [, , rows]) => sum + rows, 0),
    openDeals: open,
    standards: learnedStandards({ rules, weeks, current, openDeals: open }, asOf.day),
    decidedDeals: decidedDeals(derived, new Set(back(DECIDED_WEEKS)), lookup),
    facts: facts ? renamedFacts(facts, keyNow(rules.team)) : noFacts(asOf.day),
    asReported: asReported(facts?.frozen, weeks, back(RESTATED_WEEKS), keyNow(rules.team), lookup),
    runs: head.runs ?? [],
    links: linksOf(head, workbook, rules.settings),
    ...(head.stop && { stop: head.stop }),
    ...(head.checksRefused !== undefined && { checksRefused: head.checksRefused }),
  };
}

/** Filter views stand on the reps' tab, so they go by the setting of the Check column. */
function linksOf(head: Head, workbook: string, { reportWorkbook, check }: Settings): SheetLinks {
  const elsewhere = reportWorkbook !== '' && reportWorkbook !== workbook;
  return { tabs: head.tabs, views: check === 'On' && head.activity !== undefined, ...(elsewhere && { workbook }) };
}

function openDeals(derived: DerivedRoot, lookup: Lookup): DealLine[] {
  return [...allDeals(trieOf(derived.open), lookup)].flatMap(([, lines]) => lines.map(decodeDealLine));
}

function decidedDeals(derived: DerivedRoot, weeks: ReadonlySet<Week>, lookup: Lookup): DealLine[] {
  return [...readDecided(derived, weeks, lookup).values()].flatMap((lines) =>
    [...lines].flatMap(([line, deals]) => Array.from({ length: deals }, () => decodeDealLine(line))),
  );
}

/**
 * Accepted rows after today: "stored, shown as held, counted when its day comes"; and the last day with rows until then.
 * A month that is not read yet ends it (see `withItems`), so that no month before today's last one is asked for.
 */
function heldRows(source: SourceRoot, asOf: AsOf, lookup: Lookup): { held: number; through: Day } {
  let held = 0;
  for (const [month, node] of source.months.toReversed()) {
    const body = lookup(monthRef(month, node));
    if (body === undefined) break;
    const days = JSON.parse(body) as DayEntry[]; // written by changedSourceTree
    for (const [day, , rows, rejected] of days) if (day > asOf.day) held += rows - rejected;
    const last = days.findLast(([day]) => day <= asOf.day);
    if (last) return { held, through: last[0] };
  }
  return { held, through: 0 };
}
