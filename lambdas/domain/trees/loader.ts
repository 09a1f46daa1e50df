import { entry } from './entry.ts';
import type { ItemRef } from './item.ts';

/** The body of an item if it has been read, else `undefined`: then it is noted and the plan runs again with it. */
export type Lookup = (ref: ItemRef) => string | undefined;

/** Reads bodies of items in one batch. */
export type LoadItems = (refs: readonly ItemRef[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Runs a pure plan over trees that lie in a store. The plan looks bodies up and passes over subtrees that are not there;
 * whatever it missed is read in one batch and the plan runs again, one level deeper. So walking a tree costs one round
 * trip a level, and decisions stay free of I/O.
 */
export type WithItems = <T>(plan: (lookup: Lookup) => T) => Promise<T>;

/** For plans that follow each other over the same trees: what one has read, the next ones find. */
export function sharedItems(load: LoadItems): WithItems {
  /** area -> digest -> body. */
  const bodies = new Map<string, Map<string, string>>();
  return async (plan) => {
    for (;;) {
      const missing = new Map<string, ItemRef>();
      const result = plan((ref) => {
        const body = bodies.get(ref.area)?.get(ref.digest);
        if (body === undefined) missing.set(`${ref.area}#${ref.digest}`, ref);
        return body;
      });
      if (missing.size === 0) return result;
      const loaded = await load([...missing.values()]);
      for (const [key, { area, digest }] of missing) {
        const body = loaded.get(digest);
        if (body === undefined) throw new Error(`the store returned no body for ${key}`);
        entry(bodies, area, () => new Map<string, string>()).set(digest, body);
      }
    }
  };
}

/** One plan by itself (see `WithItems`). */
export const withItems = <T>(load: LoadItems, plan: (lookup: Lookup) => T): Promise<T> => sharedItems(load)(plan);
