import { invalid } from './api-error.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';

/** A parsed field mask: name -> what is wanted below it; an empty map wants all of it. `*` stands for every name. */
export type MaskTree = ReadonlyMap<string, MaskTree>;

const ALL: MaskTree = new Map();

/** Takes `a.b,c(d,e/f)`, with `.` or `/` between names. */
export function parseMask(text: string): MaskTree {
  let at = 0;
  const readList = (closing: boolean): MaskTree => {
    const tree = new Map<string, MaskTree>();
    for (;;) {
      const path: string[] = [];
      do {
        const name = /^\s*([A-Za-z0-9_$*-]+)\s*/.exec(text.slice(at));
        if (!name) throw invalid(`Invalid field selection ${text.slice(at) || text}`);
        at += name[0].length;
        path.push(camelCase(name[1] ?? ''));
      } while ((text[at] === '.' || text[at] === '/') && ++at);
      let below = ALL;
      if (text[at] === '(') {
        at += 1;
        below = readList(true);
      }
      add(tree, path, below);
      if (text[at] === ',') at += 1;
      else if (closing && text[at] === ')') {
        at += 1;
        return tree;
      } else if (!closing && at === text.length) return tree;
      else throw invalid(`Invalid field selection ${text}`);
    }
  };
  return readList(false);
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function add(tree: Map<string, MaskTree>, path: readonly string[], below: MaskTree): void {
  const [name = '', ...rest] = path;
  const present = tree.get(name);
  if (present !== undefined && present.size === 0) return;
  if (rest.length === 0 && below.size === 0) {
    tree.set(name, ALL);
    return;
  }
  const branch = new Map(present);
  if (rest.length > 0) add(branch, rest, below);
  else for (const [key, value] of below) add(branch, [key], value);
  tree.set(name, branch);
}

/** The parts of an answer that a `fields` parameter asks for. Messages on the way stay, even when they end up empty. */
export function selectFields(value: Json | undefined, mask: MaskTree): Json | undefined {
  if (mask.size === 0 || value === undefined) return value;
  if (isArray(value)) return value.map((item) => selectFields(item, mask) ?? null);
  if (!isObject(value)) return value;
  const every = mask.get('*');
  const out: Record<string, Json | undefined> = {};
  for (const [key, item] of Object.entries(value)) {
    const below = mask.get(key) ?? every;
    if (below !== undefined && item !== undefined) out[key] = selectFields(item, below);
  }
  return out;
}

/** Whether anything at or below the path is wanted. */
export function wants(mask: MaskTree, ...path: readonly string[]): boolean {
  let tree = mask;
  for (const name of path) {
    if (tree.size === 0) return true;
    const below = tree.get(name) ?? tree.get('*');
    if (below === undefined) return false;
    tree = below;
  }
  return true;
}

/** The mask of an update request, which must not be empty. */
export function updateMask(fields: Json | undefined): MaskTree {
  if (typeof fields !== 'string' || fields.trim() === '')
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return parseMask(fields);
}

/** `target` with the masked fields taken from `source`; a masked field that `source` lacks is cleared. */
export function mergeMasked(target: JsonObject, source: JsonObject, mask: MaskTree): JsonObject {
  if (mask.size === 0 || mask.has('*')) return source;
  const out: Record<string, Json | undefined> = { ...target };
  for (const [key, below] of mask) {
    const from = source[key];
    const present = out[key];
    if (below.size === 0) out[key] = from;
    else {
      const merged = mergeMasked(isObject(present) ? present : {}, isObject(from) ? from : {}, below);
      out[key] = Object.keys(merged).length === 0 ? undefined : merged;
    }
    if (out[key] === undefined || out[key] === null) delete out[key];
  }
  return out;
}
