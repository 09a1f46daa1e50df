import { readdirSync } from 'node:fs';
import type { Bench } from './bench.ts';

/** Every `NAME.bench.ts` of this folder, by name. Throws for a file that does not export `bench`. */
export async function discover(): Promise<Bench[]> {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
  return Promise.all(
    files.sort().map(async (file) => {
      const { bench } = (await import(new URL(file, folder).href)) as { bench?: Bench }; // checked on the next line
      if (!bench) throw new Error(`test/bench/${file} has to export "bench": see test/bench/bench.ts.`);
      return bench;
    }),
  );
}
