import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const bench: Bench = {
  name: 'install',
  about:
    'a fresh clone: npm ci with and without what npm keeps, then npm start to the first report (needs the registry)',
  onlyByName: true,

  async run({ folder, progress }) {
    const clone = join(folder, 'clone');
    const kept = join(folder, 'npm');
    const seconds = (what: string, command: string, ...args: string[]): number => {
      progress(what);
      const started = performance.now();
      execFileSync(command, args, { cwd: clone, stdio: 'ignore' });
      return (performance.now() - started) / 1000;
    };
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, clone]);
    const install = (what: string): number => {
      rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
      return seconds(what, 'npm', 'ci', '--no-audit', '--no-fund', '--cache', kept);
    };
    const cold = install('npm ci, everything fetched');
    const warm = install('npm ci, from what npm keeps');
    const start = seconds('npm start', 'npm', 'start', '--', '--once', '--port', '0');
    const { files, bytes } = sizeOf(join(clone, 'node_modules'));
    return {
      'npm ci, everything fetched': { value: cold, unit: 's' },
      'npm ci, from what npm keeps': { value: warm, unit: 's' },
      'npm start to the first report': { value: start, unit: 's' },
      'written by npm ci': { value: bytes / 1e6, unit: 'MB' },
      'in files': { value: files, unit: 'files' },
    };
  },
};

function sizeOf(folder: string): { files: number; bytes: number } {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}
