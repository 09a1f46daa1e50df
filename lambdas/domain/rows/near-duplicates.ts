import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';

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

/** The prospects of a workbook, each once, by near key. */
export class NearNames {
  /** Most have a near key for themselves. */
  private readonly alone = new Map<string, string>();
  /** Where there are several, or were. */
  private readonly several = new Map<string, Set<string>>();
  /** Of those, where the names are more than spellings of one. */
  private readonly groups = new Map<string, readonly string[]>();
  /** The groups in order; absent = they changed since. */
  private sorted: readonly (readonly string[])[] | undefined;

  add(prospect: string): void {
    const { near } = keysOf(prospect);
    if (near === '') return;
    const only = this.alone.get(near);
    const others = only === undefined ? this.several.get(near) : new Set([only]);
    if (!others) {
      this.alone.set(near, prospect);
      return;
    }
    this.alone.delete(near);
    this.several.set(near, others.add(prospect));
    this.group(near, others);
  }

  remove(prospect: string): void {
    const { near } = keysOf(prospect);
    this.alone.delete(near);
    const others = this.several.get(near);
    if (!others?.delete(prospect)) return;
    this.group(near, others);
    if (others.size === 0) this.several.delete(near);
  }

  /** Groups of prospects that may be one: listed for people to mend, never merged. Names as typed, sorted. */
  duplicates(): readonly (readonly string[])[] {
    this.sorted ??= [...this.groups.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
    return this.sorted;
  }

  private group(near: string, prospects: ReadonlySet<string>): void {
    this.sorted = undefined;
    /** phrase -> the first of its spellings in order of text */
    const names = new Map<string, string>();
    for (const prospect of prospects) {
      const { name } = keysOf(prospect);
      const known = names.get(name);
      if (known === undefined || prospect < known) names.set(name, prospect);
    }
    if (names.size > 1) this.groups.set(near, [...names.values()].sort());
    else this.groups.delete(near);
  }
}
