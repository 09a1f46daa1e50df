import type { Metafile } from 'esbuild';

/** Bytes of one bundle: what a function loads on a cold start. */
const MAX_BUNDLE_BYTES = 900 * 1000;

/** Its root index pulls in every Google API: 24 times the load of bare Node. */
const GOOGLEAPIS_ROOT = /(^|\/)node_modules\/googleapis\/build\/src\/index\.js$/;

const packageOf = (input: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'this repository';

/** Bytes by package of what ended up in the output, largest first. */
function weights(metafile: Metafile): [string, number][] {
  const bytes = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      bytes.set(packageOf(input), (bytes.get(packageOf(input)) ?? 0) + bytesInOutput);
    }
  }
  return [...bytes].sort((a, b) => b[1] - a[1]);
}

/** What is wrong with a bundle, each with what to do; empty when nothing is. */
export function bundleProblems(metafile: Metafile): string[] {
  const problems: string[] = [];
  if (Object.keys(metafile.inputs).some((input) => GOOGLEAPIS_ROOT.test(input))) {
    problems.push('imports the root googleapis index: import googleapis/build/src/apis/NAME instead');
  }
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  if (bytes > MAX_BUNDLE_BYTES) {
    const largest = weights(metafile).slice(0, 5);
    const named = largest.map(([name, size]) => `${name} ${Math.round(size / 1000)} KB`).join(', ');
    problems.push(`has ${bytes} bytes, allowed are ${MAX_BUNDLE_BYTES}; look for what it needs not: ${named}`);
  }
  return problems;
}
