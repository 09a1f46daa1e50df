import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEADSHEET } from './e2e-command.ts';

/** A command line that runs as a process of its own until it ends or is killed. */
export interface Running {
  /** What it has said so far, on both streams. */
  readonly said: () => string;
  /** Its exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly hasEnded: () => boolean;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export function startLeadsheet(...args: readonly string[]): Running {
  const child: ChildProcess = spawn(process.execPath, [LEADSHEET, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  let over = false;
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const done = ended.then((code) => {
    over = true;
    return code;
  });
  return {
    said: () => said,
    ended: done,
    hasEnded: () => over,
    async kill() {
      child.kill('SIGKILL');
      await done;
    },
  };
}

/** Waits until it says something like this; `undefined` when it ends first. */
export async function heard(running: Running, pattern: RegExp): Promise<RegExpExecArray | undefined> {
  for (;;) {
    const found = pattern.exec(running.said());
    if (found) return found;
    if (running.hasEnded()) return undefined;
    await sleep(20);
  }
}

/** Types a row into the demo's Activity; true when the server has answered that it is there. */
export async function typeRow(url: string, workbook: string, cells: readonly (string | number)[]): Promise<boolean> {
  const range = 'Activity!A1:E1:append?valueInputOption=USER_ENTERED&insertDataOption=INSERT_ROWS';
  try {
    const answer = await fetch(`${url}v4/spreadsheets/${workbook}/values/${range}`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      body: JSON.stringify({ values: [cells] }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
