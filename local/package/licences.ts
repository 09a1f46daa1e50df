import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of all packages of which something went into a bundle, as they want to be passed on; equal ones once. */
export function licences(root: string, sources: readonly string[]): string {
  const folders = sources.flatMap((source) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  const titles = new Map<string, string[]>();
  for (const folder of [...new Set(folders)].sort()) {
    const { title, text } = licence(join(root, folder));
    titles.set(text, [...(titles.get(text) ?? []), title]);
  }
  return [...titles].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'='.repeat(80)}\n\n`);
}

function licence(folder: string): { readonly title: string; readonly text: string } {
  // Written by npm: these are there.
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? `Licence: ${about.license ?? 'unknown'}` : readFileSync(join(folder, file), 'utf8');
  return { title: `${about.name} ${about.version}`, text: text.trim() };
}
