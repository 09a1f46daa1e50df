import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { bundleProblems } from './bundle-limits.ts';

export interface Bundle {
  /** Holds `index.js` and nothing else. */
  readonly directory: string;
  /** SHA-256 of the code: equal code is the same asset, whatever machine or folder it was made in. */
  readonly hash: string;
  readonly metafile: Metafile;
}

export interface BundleOptions {
  /** Path of the TypeScript file that exports `handler`. */
  readonly entry: string;
  /** Folder under which the bundle gets a folder named by its hash. */
  readonly into: string;
  /** Of any size: no function, but a program of the benches, which may carry a server along. */
  readonly unlimited?: boolean;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Comes along with Google's HTTP client, only for a Node that has no streams of its own: 60 KB. */
const BUILT_IN = { 'web-streams-polyfill/dist/ponyfill.es2018.js': 'node:stream/web' };

const LIGHTER = {
  '@aws-sdk/credential-provider-node': fileURLToPath(
    new URL('../lambdas/runtime/environment-credentials.ts', import.meta.url),
  ),
};

function build({ entry, into }: BundleOptions) {
  const result = buildSync({
    entryPoints: [entry],
    outfile: join(into, 'index.js'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    // Node wraps each of its own modules anew for ES modules: importing node:http alone took a fifth of a cold start.
    format: 'cjs',
    target: 'node24',
    // The ES module of a package before its CommonJS twin: only the former can be shaken.
    mainFields: ['module', 'main'],
    alias: { ...BUILT_IN, ...LIGHTER },
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    // None: it would be four times the code, and only a stack trace ever wants it.
    sourcemap: false,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave no code for ${entry}: this is a bug in bundle.ts.`);
  return { code: output.text, metafile: result.metafile };
}

/**
 * Bundles one function with everything it imports, so that what was tested is what runs (the SDK of the runtime
 * changes under us). Throws when the entry does not build, or breaks a limit of `bundle-limits.ts`.
 */
export function bundle(options: BundleOptions): Bundle {
  const { code, metafile } = build(options);
  const problems = options.unlimited ? [] : bundleProblems(metafile);
  if (problems.length > 0) throw new Error(`The bundle of ${options.entry} ${problems.join('; and it ')}.`);

  const hash = createHash('sha256').update(code).digest('hex');
  const directory = join(options.into, hash.slice(0, 16));
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.js'), code);
  return { directory, hash, metafile };
}
