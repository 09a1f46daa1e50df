import { localToken } from '../../lambdas/google/auth.ts';
import type { CallOptions } from '../../lambdas/google/call.ts';
import type { SheetsPort } from '../../lambdas/ports.ts';
import { openSheets } from '../../lambdas/sheets/open-sheets.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import type { WorkbookFile } from '../../local/sheets-server/workbook-file.ts';
import { requestFaults } from './sheets-discovery.ts';
import { countingMeter } from './sheets-meter.ts';

const TOKEN = 'local-test';

export interface RoundTrip {
  readonly server: SheetsServer;
  readonly sheets: SheetsPort;
  readonly meter: ReturnType<typeof countingMeter>;
  /** Another client of the same server. */
  open(options?: Partial<CallOptions>): SheetsPort;
}

/** The adapter and the local Sheets server, with HTTP between them. Waits before retries are left out. */
export async function startRoundTrip(): Promise<RoundTrip> {
  const server = await startSheetsServer({ token: TOKEN });
  const meter = countingMeter();
  const open = (options: Partial<CallOptions> = {}) =>
    openSheets({ auth: localToken(TOKEN), rootUrl: server.url, sleep: async () => {}, ...options });
  return { server, meter, open, sheets: open({ meter }) };
}

/** What Google's discovery document has against the requests so far. */
export const faultsIn = ({ server }: RoundTrip): string[] =>
  server.calls.flatMap(({ method, path, query, body }) => {
    const url = new URL(path, server.url);
    for (const name of Object.keys(query)) url.searchParams.set(name, '');
    return requestFaults(method, url, body);
  });

/** A workbook as reps have it: an Activity tab with a head and some rows, and a Team tab. */
export function salesWorkbook(rows: number): WorkbookFile {
  return {
    title: 'Sales',
    locale: 'nl_NL',
    timeZone: 'Europe/Amsterdam',
    tabs: [
      {
        title: 'Activity',
        rows: [
          ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Check'],
          ...Array.from({ length: rows }, (_, row) => [
            45_000 + (row % 180),
            `Rep ${row % 60}`,
            `Prospect ${row}`,
            'Ask',
            'Reached',
          ]),
        ],
        formats: { 0: { type: 'DATE', pattern: 'dd-mm-yyyy' } },
      },
      { title: 'Team', rows: [['Rep', 'Email']] },
    ],
  };
}
