import { digest } from '../trees/digest.ts';
import type { ItemRef, TreeItem } from '../trees/item.ts';
import type { Lookup } from '../trees/loader.ts';

/**
 * A time at which the source moved, as git keeps commits: it names the snapshot in force from then on and the moment
 * before it. The head names the newest, so the chain holds exactly the snapshots that were ever in force.
 */
export interface Moment {
  /** Epoch milliseconds at which the sheet was read so. */
  readonly at: number;
  /** Root of the source tree. */
  readonly source: string;
  /** Digest of the moment before; absent at the first one. */
  readonly before?: string;
}

const AREA = 'history';
export const momentRef = (name: string): ItemRef => ({ area: AREA, digest: name });

export function momentItem(moment: Moment): TreeItem {
  const body = JSON.stringify(moment);
  return { ...momentRef(digest(body)), body };
}

/**
 * The moments from `newest` on back whose items are among `known`, newest first. The sweep takes the oldest ones, so the
 * chain may end at one that is gone.
 */
export function momentsSince(
  newest: string | undefined,
  known: readonly ItemRef[],
  lookup: Lookup,
): (Moment & { readonly name: string })[] {
  const moments = new Map(known.filter(({ area }) => area === AREA).map((ref) => [ref.digest, lookup(ref)]));
  const chain: (Moment & { name: string })[] = [];
  for (let name = newest; name !== undefined; ) {
    const body = moments.get(name);
    if (body === undefined) break;
    const moment = JSON.parse(body) as Moment; // written by momentItem
    chain.push({ ...moment, name });
    name = moment.before;
  }
  return chain;
}

/** Of a chain, newest first, those that were in force at some time since `since`. */
export function inForceSince<M extends Moment>(chain: readonly M[], since: number): M[] {
  return chain.filter((_, place) => (chain[place - 1]?.at ?? Number.POSITIVE_INFINITY) >= since);
}
