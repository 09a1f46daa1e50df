import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTATIONS, type Mutation } from './seeded-mutations.ts';

/*
 * Takes one safeguard after the other out of a copy of this checkout, and sees whether a test notices.
 * `node test/resilience/mutations.ts [WORD]` tries those whose name holds the word.
 */

const root = resolve(import.meta.dirname, '../..');
const word = process.argv[2] ?? '';
const place = mkdtempSync(join(tmpdir(), 'leadsheet-mutations-'));
const copy = join(place, 'checkout');
const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0');
for (const file of listed.filter((name) => name !== '' && existsSync(join(root, name))))
  cpSync(join(root, file), join(copy, file));
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The test that failed, `undefined` when all passed. `full`: at full length, so that no crash point that is left out hides it. */
function failureOf({ tests, only }: Pick<Mutation, 'tests' | 'only'>, full: boolean): string | undefined {
  const output = join(place, 'report.json');
  rmSync(output, { force: true });
  spawnSync(
    'vitest',
    [
      'run',
      ...tests,
      '--bail=1',
      '--reporter=json',
      `--outputFile=${output}`,
      ...(only === undefined ? [] : ['-t', only]),
    ],
    { cwd: copy, stdio: 'ignore', env: { ...process.env, ...(full && { LEADSHEET_TALLY: join(place, 'tally') }) } },
  );
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as TestReport; // as vitest documents it
  for (const { name, message, assertionResults } of testResults) {
    const file = name.slice(copy.length + 1);
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed) return `${file}: ${failed.fullName}`;
    if (assertionResults.length === 0 && message !== '') throw new Error(`${file} does not run: ${message}`);
  }
  return undefined;
}

const lines: string[] = [];
let survived = 0;
try {
  const tried = MUTATIONS.filter(({ name }) => name.includes(word));
  const unmutated = () => failureOf({ tests: [...new Set(tried.flatMap(({ tests }) => tests))] }, false);
  // Once more, since a test that waits may wait too long on a busy machine.
  const unharmed = unmutated() && unmutated();
  if (unharmed !== undefined) throw new Error(`Mend this first, it fails without any mutation: ${unharmed}`);
  for (const mutation of tried) {
    const file = join(copy, mutation.file);
    const before = readFileSync(file, 'utf8');
    const after = mutation.change(before);
    if (after === before)
      throw new Error(`The mutation "${mutation.name}" finds nothing to change in ${mutation.file}.`);
    writeFileSync(file, after);
    const failed = failureOf(mutation, true);
    writeFileSync(file, before);
    if (failed === undefined) survived++;
    lines.push(`| ${mutation.name} | ${failed ?? '**nothing noticed it**'} |`);
    console.log(lines.at(-1));
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(['', '| safeguard taken out | test that failed |', '|---|---|', ...lines].join('\n'));
process.exitCode = survived === 0 ? 0 : 1;
