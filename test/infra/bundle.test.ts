import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle } from '../../infra/bundle.ts';
import { FUNCTIONS } from './example.ts';

const folder = mkdtempSync(join(tmpdir(), 'leadsheet-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles a handler made of this code. */
function bundled(name: string, code: string): Bundle {
  const entry = join(folder, `${name}.ts`);
  writeFileSync(entry, code);
  return bundle({ entry, into: join(folder, 'out') });
}

/** Runs `code` in a Node of its own with nothing in the environment, `handler` being that of the bundle. */
const inPlainNode = ({ directory }: Bundle, code: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { handler } = await import(${JSON.stringify(pathToFileURL(join(directory, 'index.js')).href)}); ${code}`,
    ],
    { env: {}, cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );

describe('bundling', () => {
  const HELLO = "export const handler = async (): Promise<string> => 'héllo';\n";

  test('makes one file that runs', () => {
    const made = bundled('hello', HELLO);
    expect(readdirSync(made.directory)).toEqual(['index.js']);
    expect(inPlainNode(made, 'process.stdout.write(await handler())')).toBe('héllo');
  });

  test('equal code has an equal hash, wherever it lies; other code another', () => {
    const [one, same, other] = [
      bundled('one', HELLO),
      bundled('same', HELLO),
      bundled('other', `${HELLO}console.log(1);`),
    ];
    expect(same).toMatchObject({ hash: one.hash, directory: one.directory });
    expect(other.hash).not.toBe(one.hash);
  });

  test('takes ES modules and CommonJS, which may require what is part of Node', () => {
    writeFileSync(join(folder, 'old.cjs'), "module.exports = () => require('node:os').EOL;\n");
    const made = bundled('new', "import eol from './old.cjs';\nexport const handler = (): string => eol();\n");
    expect(inPlainNode(made, 'process.stdout.write(handler())')).toMatch(/^\r?\n$/);
  });

  test('refuses the root googleapis index, and takes a deep entry', () => {
    // A stand-in of the same shape: the real index is 14 MB to read.
    const shape = {
      'build/src/index.js': 'exports.google = 1;',
      'build/src/apis/sheets/index.js': 'exports.sheets = 1;',
    };
    for (const [file, code] of Object.entries(shape)) {
      const path = join(folder, 'node_modules/googleapis', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
    writeFileSync(join(folder, 'node_modules/googleapis/package.json'), '{ "main": "./build/src/index.js" }');
    const root = "import { google } from 'googleapis';\nexport const handler = () => google;\n";
    expect(() => bundled('root', root)).toThrow('imports the root googleapis index');
    const deep =
      "import { sheets } from 'googleapis/build/src/apis/sheets/index.js';\nexport const handler = () => sheets;\n";
    expect(inPlainNode(bundled('deep', deep), 'process.stdout.write(String(handler()))')).toBe('1');
  });

  test('refuses a bundle that is too large, and names what weighs', () => {
    const code = `export const handler = () => ${JSON.stringify('x'.repeat(900_001))};\n`;
    expect(() => bundled('large', code)).toThrow(/bytes, allowed are 900000; .*this repository 900 KB/);
  });

  test('names the line that does not build', () => {
    expect(() => bundled('broken', "import './absent.ts';\n")).toThrow(/absent\.ts/);
  });
});

/** Whose bundles hold code of Google's: those that read or write sheets, look at Drive, or check an identity. */
const GOOGLE = ['dispatch', 'ingest', 'report', 'sync-now'];

describe.each([...FUNCTIONS, 'sync-now'])('the bundle of %s', (stage) => {
  const file = fileURLToPath(new URL(`../../lambdas/${stage}/handler.ts`, import.meta.url));

  test('is within its limits and loads in plain Node, without configuration', () => {
    const made = bundle({ entry: file, into: join(folder, 'out') });
    expect(inPlainNode(made, 'process.stdout.write(typeof handler)')).toBe('function');
    const kept = Object.values(made.metafile.outputs)
      .flatMap((output) => Object.entries(output.inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input);
    expect(kept.filter((input) => /^(local|infra|test)\//.test(input))).toEqual([]);
    const google = kept.filter((input) => /node_modules\/(googleapis|google-auth-library|gaxios)/.test(input));
    expect(google.length > 0).toBe(GOOGLE.includes(stage));
  });
});
