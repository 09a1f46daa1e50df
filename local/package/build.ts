/**
 * Makes `dist/`, the JavaScript that the package is published as, since Node strips no types below node_modules:
 * `node local/package/build.ts [FOLDER]`; `npm pack` runs it first. All that is bundled is a development dependency,
 * so that who installs the package installs nothing else: Google's library alone would be 240 MB. `"private": true`
 * keeps it from being published by mistake; packing takes no notice.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { asset } from '../sheets-server/page/bundle.ts';
import { writeDeclarations } from './declarations.ts';
import { licences } from './licences.ts';
import { namedExports } from './named-exports.ts';
import { PAGE_ASSETS } from './page-assets.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Left to npm: it brings a compiled part for each platform. */
const EXTERNAL = ['dynalite'];

/** CommonJS packages look for `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const pageFromFiles: Plugin = {
  name: 'page-from-files',
  setup({ onResolve }) {
    onResolve({ filter: /\/bundle\.ts$/ }, ({ importer }) =>
      importer.includes('/sheets-server/page/') ? { path: join(ROOT, 'local/package/built-assets.ts') } : undefined,
    );
  },
};

/** Everything with what it imports, in files that its commands share. Returns the paths of the sources that went in. */
async function bundleCode(folder: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: { leadsheet: 'local/leadsheet.ts', 'sheets-server': 'local/sheets-server/start.ts' },
    outdir: folder,
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    // All in one folder: what reads files beside itself finds them from any of these.
    chunkNames: 'part-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: EXTERNAL,
    banner: { js: REQUIRE },
    // Names stay, so that a stack trace can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [pageFromFiles, namedExports(ROOT)],
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

async function buildPackage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'page'), { recursive: true });
  const sources = await bundleCode(folder);
  chmodSync(join(folder, 'leadsheet.js'), 0o755);
  for (const name of PAGE_ASSETS.keys()) {
    const made = await asset(name);
    if (made === undefined) throw new Error(`The page has no ${name}: see local/package/page-assets.ts.`);
    writeFileSync(join(folder, 'page', name), made.body);
  }
  writeDeclarations(ROOT, 'local/sheets-server/start.ts', join(folder, 'types'));
  writeFileSync(join(folder, 'LICENCES.txt'), licences(ROOT, [...sources, 'node_modules/echarts/index.js']));
}

await buildPackage(process.argv[2] ?? join(ROOT, 'dist'));
