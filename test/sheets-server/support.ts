import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { type SheetsServer, type StartOptions, startSheetsServer } from '../../local/sheets-server/start.ts';
import type { WorkbookFile } from '../../local/sheets-server/workbook-file.ts';

export const BOOK: WorkbookFile = {
  id: 'book',
  title: 'Book',
  locale: 'en_GB',
  timeZone: 'Europe/London',
  tabs: [
    {
      title: "It's",
      rows: [
        ['Date', 'Rep'],
        [46342, 'Ann'],
      ],
      formats: { 0: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
    },
    { title: 'D3', rows: [['in tab D3']] },
  ],
};

export interface Running {
  readonly server: SheetsServer;
  readonly api: ReturnType<typeof sheets>;
  readonly files: ReturnType<typeof drive>;
}

/** A server on a free port and the real clients of Google's APIs pointed at it. */
export async function running(options: StartOptions = {}): Promise<Running> {
  const server = await startSheetsServer(options);
  const rootUrl = server.url;
  return {
    server,
    api: sheets({ version: 'v4', rootUrl, retry: false }),
    files: drive({ version: 'v3', rootUrl, retry: false }),
  };
}

/** The error body of a refused call; fails when the call is not refused. */
export async function refusal(call: Promise<unknown>): Promise<{ code: number; status: string; message: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('response' in error))
    throw new Error('The call was not refused.', { cause: error });
  const { data } = error.response as { data: { error: { code: number; status: string; message: string } } };
  return data.error;
}
