import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Judged } from './judge.ts';
import type { Machine, Versions } from './machine.ts';

/** What one run measured, as it is kept. */
export interface Results {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Versions;
  readonly benches: Readonly<
    Record<string, { readonly figures: Readonly<Record<string, Judged>>; readonly seconds: number }>
  >;
}

const FOLDER = fileURLToPath(new URL('../../bench/results', import.meta.url));

/** The newest results that are kept, also those of today. */
export function lastResults(): Results | undefined {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => /^\d{4}-\d\d-\d\d\.json$/.test(file)) : [];
  const newest = files.sort().at(-1);
  return newest === undefined ? undefined : (JSON.parse(readFileSync(join(FOLDER, newest), 'utf8')) as Results); // written by keepResults
}

/** One file a day: a later run of the day replaces it. Returns its path from the root of the project. */
export function keepResults(results: Results): string {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${results.date}.json`), `${JSON.stringify(results, null, 2)}\n`);
  return `bench/results/${results.date}.json`;
}
