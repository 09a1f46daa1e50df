import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

interface Source {
  readonly file: string;
  readonly type: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
/** The chart library stands apart from the rest: it is large, and loaded with the first chart. */
const SOURCES: Readonly<Record<string, Source>> = {
  'page.js': { file: 'page.ts', type: SCRIPT },
  'draw-chart.js': { file: 'draw-chart.ts', type: SCRIPT },
  'page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};

const made = new Map<string, Promise<Asset>>();

/** A script or style of the page, made from its sources when it is first asked for; undefined when there is none of that name. */
export function asset(name: string): Promise<Asset> | undefined {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (source === undefined) return undefined;
  const present = made.get(name);
  if (present !== undefined) return present;
  const fresh = bundle(source);
  made.set(name, fresh);
  // What could not be made is tried again the next time.
  fresh.catch(() => made.delete(name));
  return fresh;
}

async function bundle({ file, type }: Source): Promise<Asset> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../page/${file}`, import.meta.url))],
    bundle: true,
    format: 'esm',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    minify: true,
    write: false,
    plugins: [chartsApart],
    logLevel: 'silent',
  });
  return { type, body: outputFiles[0]?.text ?? '' };
}

const chartsApart: Plugin = {
  name: 'charts-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/draw-chart\.ts$/ }, () => ({ path: './draw-chart.js', external: true }));
  },
};
