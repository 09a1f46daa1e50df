import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const jsonOf = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

interface Locked {
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
  readonly link?: boolean;
}
const { packages } = jsonOf('package-lock.json') as { packages: Record<string, Locked> }; // as npm writes it
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Free to use, change and bundle, at most with the notice kept. A choice counts when one of its parts is here. */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
]);
/** Licences that the lockfile does not tell, or that are for data alone, each looked at. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  'caniuse-lite': 'CC-BY-4.0, data about browsers; a tool of building, in nothing that is shipped',
  jstat: 'MIT, as its LICENSE says',
  'url-template': 'BSD, as its LICENSE says',
};

describe('what is installed', () => {
  test('has a licence that allows it', () => {
    const parts = (license = '') => license.replace(/[()]/g, '').split(' OR ');
    const others = locked.filter(([, { license }]) => !parts(license).some((part) => ALLOWED.has(part)));
    expect(
      others.filter(([path]) => !(nameOf(path) in LOOKED_AT)).map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([]);
    const { devDependencies } = jsonOf('package.json') as { devDependencies: Record<string, string> }; // as npm writes it
    expect(Object.keys(LOOKED_AT).filter((name) => name in devDependencies)).toEqual([]);
  });

  test('is held to its content, and to no host', () => {
    const free = locked.filter(([, { integrity, inBundle, link }]) => integrity === undefined && !inBundle && !link);
    expect(free.map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { integrity }]) => integrity !== undefined && !integrity.startsWith('sha512-'))).toEqual(
      [],
    );
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const from = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.values((jsonOf('package.json') as Record<string, Record<string, string>>)[kind] ?? {}),
    ); // as npm writes it
    expect(from.filter((version) => !/^[\^~]?\d+(\.\d+)*$/.test(version))).toEqual([]);
  });

  test('runs nothing while it is installed, but for three that are known', () => {
    const { allowScripts } = jsonOf('package.json') as { allowScripts: Record<string, boolean> }; // a field of ours
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(running.sort()).toEqual(Object.keys(allowScripts).sort());
  });
});

describe('the workflows', () => {
  const folder = '.github/workflows/';
  const workflows = readdirSync(at(folder)).map((name): [string, string] => [
    name,
    readFileSync(at(folder + name), 'utf8'),
  ]);

  test.each(workflows)('%s: actions are pinned to a commit, and leave no token behind', (_, text) => {
    const uses = [...text.matchAll(/uses: (\S+)(.*)/g)];
    expect(uses.length).toBeGreaterThan(0);
    for (const [, action = '', comment = ''] of uses) {
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
    const checkouts = text.match(/uses: actions\/checkout@/g)?.length ?? 0;
    expect(text.match(/persist-credentials: false/g)?.length).toBe(checkouts);
  });

  test.each(workflows)('%s: may read, and no job more than it has to', (name, text) => {
    expect(text).toMatch(/^permissions: \{\}$|^permissions:\n {2}contents: read$/m);
    const writes = [...text.matchAll(/^ +(\w[\w-]*): write$/gm)].map(([, scope]) => scope);
    expect(writes).toEqual(name === 'release.yml' ? ['contents'] : []);
    expect(text).not.toMatch(/pull_request_target|workflow_run|secrets\.|curl |\|\s*(ba)?sh\b/);
    // What comes from outside (titles, branch names) would be run as part of the script.
    expect(text).not.toMatch(/run:.*\$\{\{\s*github\.(event|head_ref)/);
    for (const [, job = ''] of text.matchAll(/^ {2}(\w+):\n {4}(?:if|runs-on|needs|permissions)/gm))
      expect(job).not.toBe('');
    expect(text.match(/runs-on:/g)?.length).toBe(text.match(/timeout-minutes:/g)?.length);
  });
});
