import { phrase } from './phrase.ts';

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg bv nv sa sas sarl srl spa ab as oy pty pte group holding'.split(
    ' ',
  ),
);

/** What is left of a name without case, punctuation and legal form: `A.C.M.E. B.V.` and `Acme` are near-duplicates. */
export function nearKey(prospect: string): string {
  const words = phrase(prospect)
    .replace(/\./gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join('');
}

/** Groups of prospects that may be one: listed for people to mend, never merged. Names as typed, sorted. */
export function nearDuplicates(prospects: Iterable<string>): string[][] {
  const groups = new Map<string, Map<string, string>>();
  for (const prospect of prospects) {
    const near = nearKey(prospect);
    if (near === '') continue;
    const names = groups.get(near) ?? new Map<string, string>();
    const name = names.get(phrase(prospect));
    names.set(phrase(prospect), name !== undefined && name < prospect ? name : prospect);
    groups.set(near, names);
  }
  return [...groups.values()]
    .filter((names) => names.size > 1)
    .map((names) => [...names.values()].sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
