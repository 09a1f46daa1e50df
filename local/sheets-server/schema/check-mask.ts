import type { MaskTree } from '../field-mask.ts';
import { fieldsOf } from './field-types.ts';

/** The first path of a field mask that a message does not have, such as `sheets.data.x`; undefined when it has them all. */
export function unknownPath(mask: MaskTree, message: string, above = ''): string | undefined {
  const fields = fieldsOf(message);
  for (const [name, below] of mask) {
    const path = above === '' ? name : `${above}.${name}`;
    if (name === '*') continue;
    const type = fields?.get(name);
    if (fields === undefined) return undefined;
    if (type === undefined) return path;
    if (below.size === 0 || type.map || type.kind === 'any') continue;
    const deeper = type.kind === 'message' ? unknownPath(below, type.message, path) : `${path}.${[...below.keys()][0]}`;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
