import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';
import { entry } from '../trees/entry.ts';

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg bv nv sa sas sarl srl spa ab as oy pty pte group holding'.split(
    ' ',
  ),
);

/** What is left of a name without case, punctuation and legal form: `A.C.M.E. B.V.` and `Acme` are near-duplicates. */
export const nearKey = (prospect: string): string => keysOf(prospect).near;

/** A warm function meets the same prospects again. */
const keysOf = remembered((prospect: string) => {
  const name = phrase(prospect);
  return { name, near: nearKeyOf(name) };
}, 50_000);

function nearKeyOf(name: string): string {
  const words = name
    .replaceAll('.', '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join('');
}

/** Groups of prospects that may be one: listed for people to mend, never merged. Names as typed, sorted. */
export function nearDuplicates(prospects: Iterable<string>): string[][] {
  /** By near key: the one that came first; most stay alone. */
  const alone = new Map<string, string>();
  /** near key -> phrase -> the first of its spellings in order of text */
  const groups = new Map<string, Map<string, string>>();
  for (const prospect of prospects) {
    const { name, near } = keysOf(prospect);
    if (near === '') continue;
    const first = alone.get(near);
    if (first === undefined) {
      alone.set(near, prospect);
      continue;
    }
    const names = entry(groups, near, () => new Map([[keysOf(first).name, first]]));
    const known = names.get(name);
    if (known === undefined || prospect < known) names.set(name, prospect);
  }
  return [...groups.values()]
    .filter((names) => names.size > 1)
    .map((names) => [...names.values()].sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
