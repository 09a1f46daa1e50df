import { readFile } from 'node:fs/promises';
import type { Asset } from '../sheets-server/page/bundle.ts';
import { PAGE_ASSETS } from './page-assets.ts';

/**
 * Stands in for `page/bundle.ts` in the published package, where the page's scripts and styles lie ready beside the
 * code, so that neither their sources nor esbuild are needed.
 */
export function asset(name: string): Promise<Asset> | undefined {
  const type = PAGE_ASSETS.get(name);
  if (type === undefined) return undefined;
  return readFile(new URL(`./page/${name}`, import.meta.url), 'utf8').then((body) => ({ type, body }));
}
