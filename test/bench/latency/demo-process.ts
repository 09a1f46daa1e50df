import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What `npm start` runs, as a process of its own. */
export interface DemoProcess {
  /** Of its page and its Sheets API, with a `/` at the end. */
  readonly url: string;
  /** Milliseconds from its start until it had said a line; the first that matches. */
  saidAfter(line: RegExp): number | undefined;
  /** Every line so far that matches. */
  said(line: RegExp): RegExpExecArray[];
  syncs(): SyncSeconds[];
  /** What it has used of the processor so far; 0 where the system does not tell (Linux does). */
  processorSeconds(): number;
  /** As Ctrl-C does. */
  close(): Promise<void>;
}

/** Of one sync that wrote something: all of it, ingest, rollup, report. */
export type SyncSeconds = readonly number[];

/** As the service says it: "Synced in 0.80 s (ingest 0.30, rollup 0.20, report 0.30): Week written." */
const SYNCED = /^Synced in ([\d.]+) s \(ingest ([\d.]+), rollup ([\d.]+), report ([\d.]+)\)/;

export const DEMO_WORKBOOK = 'leadsheet-demo';

const LEADSHEET = fileURLToPath(new URL('../../../local/leadsheet.ts', import.meta.url));
const ADDRESS = /^The workbook with its reports: (http:\S+?\/)w\//;

/**
 * Starts it on a free port and returns when its first report is there. Throws with what it said when it ends before.
 * `env`: beside that of this process.
 */
export async function startDemo(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<DemoProcess> {
  const started = performance.now();
  const lines: { readonly text: string; readonly after: number }[] = [];
  const child = spawn(process.execPath, [LEADSHEET, 'demo', '--port', '0', '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const after = performance.now() - started;
      const all = `${rest}${text}`.split('\n');
      rest = all.pop() ?? '';
      for (const line of all) lines.push({ text: line, after });
    });
  }
  let ended = false;
  const close = once(child, 'close').then(() => {
    ended = true;
  });
  const said = (line: RegExp): RegExpExecArray[] =>
    lines.flatMap(({ text }) => {
      const found = line.exec(text);
      return found ? [found] : [];
    });
  let url: string | undefined;
  while (url === undefined) {
    if (ended) throw new Error(`the local service ended: ${lines.map(({ text }) => text).join('\n')}`);
    await sleep(10);
    url = said(ADDRESS)[0]?.[1];
  }
  return {
    url,
    said,
    saidAfter: (line) => lines.find(({ text }) => line.test(text))?.after,
    syncs: () => said(SYNCED).map((found) => found.slice(1).map(Number)),
    processorSeconds: () => processorSecondsOf(child.pid),
    async close() {
      child.kill('SIGINT');
      await close;
    },
  };
}

const TICKS_A_SECOND = 100;

function processorSecondsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  // The name, in brackets, may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
