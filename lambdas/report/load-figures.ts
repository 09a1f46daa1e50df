import type { AsOf } from '../domain/as-of.ts';
import { type DerivedRoot, derivedRootRef, readWeeks } from '../domain/derived-tree.ts';
import type { Head } from '../domain/head.ts';
import { type LoadItems, type Lookup, withItems } from '../domain/loader.ts';
import type { Quality } from '../domain/quality.ts';
import { type Inputs, rulesOf } from '../domain/rules.ts';
import {
  type DayEntry,
  inputsRef,
  monthRef,
  qualityRef,
  type SourceRoot,
  sourceRootRef,
} from '../domain/source-tree.ts';
import { type Week, weekOf } from '../domain/week.ts';
import type { ReportFigures } from '../tabs/report-figures.ts';

/** As far back as distributions are learned, and a cohort of that age needs its own weeks. */
const WEEKS_READ = 131;

/** Everything that the tabs say, read from the trees that a head names. `weeks` = how many to read back from as-of. */
export async function loadFigures(
  load: LoadItems,
  head: Head & { readonly source: string; readonly derived: NonNullable<Head['derived']> },
  asOfIn: (timeZone: string) => AsOf,
  weeks: number = WEEKS_READ,
): Promise<ReportFigures> {
  return withItems(load, (lookup) => figuresIn(lookup, head, asOfIn, weeks) ?? NOT_YET);
}

/** Stands in while items are still being read; `withItems` never returns it. */
const NOT_YET = {} as ReportFigures;

function figuresIn(
  lookup: Lookup,
  head: Parameters<typeof loadFigures>[1],
  asOfIn: (timeZone: string) => AsOf,
  weeksBack: number,
): ReportFigures | undefined {
  const read = <T>(ref: Parameters<Lookup>[0]): T | undefined => {
    const body = lookup(ref);
    return body === undefined ? undefined : (JSON.parse(body) as T); // items are written by this code alone
  };
  const source = read<SourceRoot>(sourceRootRef(head.source));
  const derived = read<DerivedRoot>(derivedRootRef(head.derived.root));
  const inputs = source && read<Inputs>(inputsRef(source.inputs));
  const quality = source && read<Quality>(qualityRef(source.quality));
  if (!source || !derived || !inputs || !quality) return undefined;
  const rules = rulesOf(inputs);
  const asOf = asOfIn(rules.timeZone);
  const current = weekOf(asOf.day, rules.settings.weekStartsOn);
  const wanted = new Set<Week>(Array.from({ length: weeksBack }, (_, i) => current - 7 * i));
  const held = heldRows(source, asOf, lookup);
  const weeks = readWeeks(derived, wanted, lookup);
  return { title: inputs.title, rules, asOf, current, weeks, quality, held, ...(head.stop && { stop: head.stop }) };
}

/** Accepted rows after today: "stored, shown as held, counted when its day comes". */
function heldRows(source: SourceRoot, asOf: AsOf, lookup: Lookup): number {
  let held = 0;
  for (const [month, node] of source.months.toReversed()) {
    const days = JSON.parse(lookup(monthRef(month, node)) ?? '[]') as DayEntry[]; // written by buildSourceTree
    for (const [day, , rows, rejected] of days) if (day > asOf.day) held += rows - rejected;
    if (days.some(([day]) => day <= asOf.day)) break;
  }
  return held;
}
