import type { BookWire, CellsWire, ChartWire, StatusWire, TabWire } from '../sheets-server/page/wire.ts';

/** The server could not be reached, or refused with this message. */
export class ServerError extends Error {}

/** The workbook of this page: read through the page's own addresses, written through the Sheets API. */
export class Server {
  private readonly id: string;
  constructor(id: string) {
    this.id = id;
  }

  status = (): Promise<StatusWire> => this.read('status');
  book = (): Promise<BookWire> => this.read('book');
  /** With one of its filter views open, when one is given. */
  tab = (tab: number, view?: number): Promise<TabWire> =>
    this.read(view === undefined ? `tab/${tab}` : `tab/${tab}?view=${view}`);
  charts = (tab: number): Promise<readonly ChartWire[]> => this.read(`tab/${tab}/charts`);

  /** Half-open ranges. */
  cells(tab: number, rows: readonly [number, number], columns: readonly [number, number]): Promise<CellsWire> {
    return this.read(`tab/${tab}/cells?rows=${rows.join('-')}&columns=${columns.join('-')}`);
  }

  syncNow = (): Promise<unknown> => ask(`/w/${this.id}/sync`, 'POST');

  /** As if a person typed it: dates, numbers and formulas are read in the workbook's locale. `range` is A1 with the tab. */
  type(range: string, values: readonly (readonly string[])[]): Promise<unknown> {
    const address = `values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED&prettyPrint=false`;
    return ask(this.api(`/${address}`), 'PUT', { values });
  }

  clear = (range: string): Promise<unknown> => ask(this.api(`/values/${encodeURIComponent(range)}:clear`), 'POST', {});

  batchUpdate = (requests: readonly object[]): Promise<unknown> => ask(this.api(':batchUpdate'), 'POST', { requests });

  private api = (rest: string) => `/v4/spreadsheets/${this.id}${rest}`;

  private async read<T>(path: string): Promise<T> {
    const found = await ask(`/w/${this.id}/${path}`, 'GET');
    return found as T; // what the server of the same version sends there
  }
}

async function ask(address: string, method: string, body?: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
  } catch {
    throw new ServerError('The server does not answer. Is it still running?');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ServerError(messageOf(answer) ?? `The server answered ${response.status}.`);
  return answer;
}

function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('error' in answer) return messageOf(answer.error);
  return 'message' in answer && typeof answer.message === 'string' ? answer.message : undefined;
}
