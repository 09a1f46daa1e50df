/** How an entry ends. In `]]]` values are lists of lists: none in them that begins with a text looks like the next entry. */
type End = ']' | ']]]';

/**
 * A stored list of entries in order of their keys, `[["key",value],…]` ('' = none), with some of them changed. Done in
 * its text: a change is of a few entries, and parsing and writing all the others is what it would cost. `change` makes
 * the new value of the old one (`undefined` = not there); `undefined` takes the entry out.
 */
export function changedEntries<V, C>(
  body: string,
  changes: Iterable<readonly [key: string, by: C]>,
  change: (value: V | undefined, by: C) => V | undefined,
  end: End = ']',
): string {
  const entries = entriesOf(body, end);
  const after: string[] = [];
  let next = 0;
  for (const [key, by] of [...changes].sort(byKey)) {
    const at = placeOf(key, entries, next);
    while (next < at) after.push(entries[next++] ?? '');
    const entry = entries[at];
    const [there, stored] = entry === undefined ? [] : parsed<V>(entry, end);
    if (there === key) next++;
    const value = change(there === key ? stored : undefined, by);
    if (value !== undefined) after.push(textOf([key, value], end));
  }
  while (next < entries.length) after.push(entries[next++] ?? '');
  return after.length === 0 ? '[]' : `[["${after.join(`${end},["`)}${end}]`;
}

/** What stands between `["` and `end` of each. */
function entriesOf(body: string, end: End): string[] {
  if (body === '' || body === '[]') return [];
  const entries = body.slice(3, -end.length - 1).split(`${end},["`);
  // A text that ends in such a separator is cut at its closing quote, which a comma, a bracket or the end follows.
  if (entries.some((entry) => entry === '' || entry.startsWith(',') || entry.startsWith(']')))
    return (JSON.parse(body) as unknown[]).map((e) => textOf(e, end));
  return entries;
}

/** The first place whose key is not before this one. */
function placeOf(key: string, entries: readonly string[], from: number): number {
  let [at, to] = [from, entries.length];
  while (at < to) {
    const middle = (at + to) >> 1;
    if (keyOf(entries[middle] ?? '') < key) at = middle + 1;
    else to = middle;
  }
  return at;
}

function keyOf(entry: string): string {
  let quote = entry.indexOf('"');
  while (isEscaped(entry, quote)) quote = entry.indexOf('"', quote + 1);
  const key = entry.slice(0, quote);
  return key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

const textOf = (entry: unknown, end: End): string => JSON.stringify(entry).slice(2, -end.length);
const parsed = <V>(entry: string, end: End): [key: string, value: V] => JSON.parse(`["${entry}${end}`) as [string, V]; // written by textOf

const byKey = (a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
