import type { Answer } from '../http/respond.ts';
import type { Store } from '../store/store.ts';

/** The page at this address; undefined when it is not one of the page's. */
export function pageAnswer(_store: Store, _url: URL): Answer | undefined {
  return undefined;
}
