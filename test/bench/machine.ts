import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** Where a run took place: ratios of other machines compare, times do not. */
export interface Machine {
  readonly platform: string;
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
}

export interface Versions {
  readonly node: string;
  readonly leadsheet: string;
  /** Short hash, with `+` when files differ from it; absent outside a checkout. */
  readonly commit?: string;
}

export const machine = (): Machine => ({
  platform: `${process.platform} ${process.arch}`,
  cores: cpus().length,
  model: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 1024 ** 3),
});

export function versions(): Versions {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string }; // our own package.json
  const commit = commitNow();
  return { node: process.version, leadsheet: version, ...(commit !== undefined && { commit }) };
}

function commitNow(): string | undefined {
  const git = (...parts: string[]): string =>
    execFileSync('git', parts, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'lambdas', 'infra') === '' ? '' : '+')
    );
  } catch {
    return undefined;
  }
}
