import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../local/leadsheet.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Command {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly out: () => string;
  readonly ended: Promise<Ended>;
  /** The address that it listens at. Throws when it ends before it says so. */
  listening(): Promise<string>;
}

/** Runs `leadsheet ARGS` in a process of its own, as a person does. */
export function command(args: readonly string[], program = PROGRAM): Command {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, err }));
  return {
    process: child,
    out: () => out,
    ended,
    async listening() {
      let over = false;
      ended.then(() => {
        over = true;
      });
      for (;;) {
        const url = /listens at (\S+)[\s\S]*Ctrl-C/.exec(out)?.[1];
        if (url !== undefined) return url;
        if (over) throw new Error(`It ended: ${out}${err}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
