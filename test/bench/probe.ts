import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../infra/bundle.ts';

export interface ProbeOptions {
  /** Of the Node that runs it, such as `--expose-gc`. */
  readonly flags?: readonly string[];
}

/** Runs `probes/NAME.ts` in a fresh process with `input`, and returns the one thing that it prints as JSON. */
export type RunProbe = <Output>(name: string, input: unknown, options?: ProbeOptions) => Promise<Output>;

/**
 * Probes are bundled the way the functions are: what is measured is the code that is deployed, and no process pays for
 * stripping types. In processes of their own, so that neither servers nor the warmth of an earlier run count.
 */
export function probesIn(folder: string): RunProbe {
  const bundled = new Map<string, string>();
  return async <Output>(name: string, input: unknown, { flags = [] }: ProbeOptions = {}) => {
    const entry = fileURLToPath(new URL(`probes/${name}.ts`, import.meta.url));
    const program = bundled.get(name) ?? join(bundle({ entry, into: folder, unlimited: true }).directory, 'index.js');
    bundled.set(name, program);
    const child = spawn(process.execPath, [...flags, program, JSON.stringify(input)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Error(`The probe ${name} ended with ${code}; its message stands above.`);
    return JSON.parse(output) as Output; // the probe and the bench that reads it agree on the shape
  };
}
