import { writeFileSync } from 'node:fs';
import { peakMemoryMb } from '../probes/peak-memory.ts';
import type { Report } from './pipeline.ts';

/** What a program of this folder that runs in Node is told, and how it tells. */

export function scriptEnvironment(): { readonly spreadsheet: string; readonly token: string; readonly table: string } {
  const { SPREADSHEET = '', GOOGLE_TOKEN = '', TABLE = '' } = process.env;
  return { spreadsheet: SPREADSHEET, token: GOOGLE_TOKEN, table: TABLE };
}

/** From now on calls of Google's hosts go to `address`: a client that knows them by heart needs no change. */
export function leadGoogleTo(address: string | undefined): void {
  const direct = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname, search } = new URL(request.url);
    const there = host.endsWith('.googleapis.com') ? new URL(pathname + search, address) : undefined;
    return direct(there ? new Request(there, request) : request);
  };
}

/** A step is done: the bench takes the time when it reads this. */
export const mark = (step: 'read' | 'told' | 'stored'): void => void process.stdout.write(`${step}\n`);

export function processorSecondsNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The last thing that a program does. */
export function tell(took: Pick<Report, 'writeUnits' | 'readUnits'> & Partial<Report>): void {
  const report: Report = { processorSeconds: processorSecondsNow(), peakMb: peakMemoryMb(), waitedFor: 0, ...took };
  writeFileSync(process.argv[2] ?? 'report.json', JSON.stringify(report));
}
