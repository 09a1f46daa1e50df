import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** MIT; an emulator of AWS that needs no Docker, from PyPI. Its newest patch may behave in other ways: pinned. */
const PACKAGE = 'ministack==1.5.33';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/aws-emulator', import.meta.url));

/** The program that starts it, or why it can't be had here. */
export type EmulatorProgram = { readonly program: string } | { readonly missing: string };

/** Installs it once, into the cache of the checkout. */
export async function emulatorProgram(): Promise<EmulatorProgram> {
  const folder = join(CACHE, PACKAGE.replace('==', '-'));
  const program = join(folder, 'bin', 'ministack');
  // A program of Python names the folder that it was installed in: in a checkout that was moved it does not start.
  if (existsSync(program) && readFileSync(program, 'utf8').includes(folder)) return { program };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', PACKAGE], {
      timeout: 240_000,
    });
    await run('openssl', ['version']);
    return { program };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const said = error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error);
    return { missing: `an AWS emulator needs Python 3.10 with venv, openssl and a package registry: ${said.trim()}` };
  }
}
