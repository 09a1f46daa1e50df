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
  const bodies = new Map<string, string>();
  return async (plan) => {
    for (;;) {
      const missing = new Map<string, ItemRef>();
      const result = plan((ref) => {
        const key = `${ref.area}#${ref.digest}`;
        const body = bodies.get(key);
        if (body === undefined) missing.set(key, ref);
        return body;
      });
      if (missing.size === 0) return result;
      const loaded = await load([...missing.values()]);
      for (const [key, ref] of missing) {
        const body = loaded.get(ref.digest);
        if (body === undefined) throw new Error(`the store returned no body for ${ref.area}#${ref.digest}`);
        bodies.set(key, body);
      }
    }
  };
}

/** One plan by itself (see `WithItems`). */
export const withItems = <T>(load: LoadItems, plan: (lookup: Lookup) => T): Promise<T> => sharedItems(load)(plan);
