import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../../bench/.venv', import.meta.url));

/** A Python that has the peers, or why there is none. */
export type Python = { readonly program: string } | { readonly missing: string };

/** Made once (`bench/.venv`, not in git), and anew when the requirements change: a minute. Never throws. */
export function pythonWithPeers(progress: (message: string) => void): Python {
  const program = join(FOLDER, 'bin', 'python');
  const made = join(FOLDER, 'made-for');
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(made) && readFileSync(made, 'utf8') === wanted) return { program };
  try {
    progress('installing the Python peers into bench/.venv');
    run('python3', '-m', 'venv', '--clear', FOLDER);
    run(program, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS);
    writeFileSync(made, wanted);
    return { program };
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n', 2).at(-1) ?? error.message) : String(error) };
  }
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}
