import { createServer } from 'node:http';
import { Tokens } from './auth/tokens.ts';
import type { Call } from './calls.ts';
import { Faults } from './faults.ts';
import { execute } from './http/execute.ts';
import { handle } from './http/handle.ts';
import { listen } from './http/listen.ts';
import { arrayOf, type JsonObject } from './json.ts';
import type { Workbook } from './model/workbook.ts';
import type { PageHooks } from './page/hooks.ts';
import { GOOGLE_QUOTAS, type QuotaLimits, Quotas } from './quotas.ts';
import { replaceTab } from './replace-tab.ts';
import { openStore } from './store/open-store.ts';
import type { FileCell, WorkbookFile } from './workbook-file.ts';
import { workbookFromFile } from './workbook-from-file.ts';

export interface StartOptions {
  /** 0 takes any free one. */
  readonly port?: number;
  /** Where workbooks are kept; without it they live as long as the server. */
  readonly dataDir?: string;
  /** The only bearer token let in; without it anybody is. */
  readonly token?: string;
  /** Lets in only tokens that its own sign-in addresses gave out, within their scopes. */
  readonly signIn?: boolean;
  /** Public keys of service accounts (PEM) by address: their signatures are checked. */
  readonly keys?: Readonly<Record<string, string>>;
  /** `true`: Google's, 60 a minute for each user and 300 for all, reads and writes apart. Off by default. */
  readonly quotas?: boolean | QuotaLimits;
  /** Lets programs of other languages set faults, read the log and edit, under `/leadsheet/`. */
  readonly control?: boolean;
  /** Decides whether a fault with a probability is met: from 0 to below 1. */
  readonly random?: () => number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** What the page shows of the reports, and its button. */
  readonly page?: PageHooks;
}

export interface SheetsServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  readonly faults: Faults;
  /** Every call of the API so far, oldest first; a test may empty it by `calls.length = 0`. */
  readonly calls: Call[];
  /** Loads a workbook and returns its id. One with the same id is replaced. */
  addWorkbook(book: WorkbookFile): string;
  /** Puts other values on a tab, or makes the tab. */
  replaceTab(id: string, title: string, rows: readonly (readonly FileCell[])[]): void;
  /** A `batchUpdate` from within, past faults and log; for a test that edits as a rep would. */
  edit(id: string, requests: readonly JsonObject[]): void;
  /** Types values as a person would: `typeInto(id, 'Activity!A5', [['16/11/2026', 'Ann']])`. */
  typeInto(id: string, range: string, values: readonly (readonly (string | number | boolean | null)[])[]): void;
  /** All of them as they stand now, the one that changed last first. */
  workbooks(): readonly Workbook[];
  /** The workbook as it stands now: a snapshot, for reading only. */
  workbook(id: string): Workbook;
  /** Of the file, as Drive counts it: it rises with each write. */
  version(id: string): number;
  /** `fn` runs before each call is executed. Returns a function that takes it out again. */
  beforeCall(fn: (call: Call) => void | Promise<void>): () => void;
  close(): Promise<void>;
}

/** Starts the local Sheets server on 127.0.0.1. Throws when port or folder cannot be had. */
export async function startSheetsServer(options: StartOptions = {}): Promise<SheetsServer> {
  const clock = options.clock ?? Date.now;
  const { store, close } = openStore(clock, options.dataDir);
  const guard = { token: options.token, signIn: options.signIn ?? false, tokens: new Tokens(clock) };
  const limits = options.quotas === true ? GOOGLE_QUOTAS : options.quotas || undefined;
  const quotas = limits === undefined ? undefined : new Quotas(limits, clock);
  const faults = new Faults(options.random);
  const calls: Call[] = [];
  const hooks = new Set<(call: Call) => void | Promise<void>>();
  const beforeCall = async (call: Call) => {
    for (const hook of [...hooks]) await hook(call);
  };
  const context = {
    store,
    faults,
    calls,
    guard,
    keys: options.keys ?? {},
    quotas,
    page: options.page ?? {},
    control: options.control ?? false,
    beforeCall,
  };
  const server = createServer((request, response) => {
    handle(context, request, response).catch((error: unknown) => {
      // Only a connection that broke off comes here: there is nobody to answer.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  // Longer than a caller in the same process may be busy: else its next request meets a connection that just closed.
  server.keepAliveTimeout = 120_000;
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    close();
    throw error;
  });
  const call = (
    id: string,
    operation: string,
    path: Record<string, string>,
    query: Record<string, string[]>,
    body: JsonObject,
  ) => execute(store, operation, { path: { spreadsheetId: id, ...path }, query, body });
  return {
    url: `http://127.0.0.1:${port}/`,
    faults,
    calls,
    addWorkbook(book) {
      const id = book.id ?? store.newId();
      store.add(workbookFromFile(id, book));
      return id;
    },
    replaceTab(id, title, rows) {
      const cells = rows.map((row) => Array.from(row, (cell) => cell ?? null));
      store.write(id, replaceTab, { path: {}, query: {}, body: { title, rows: cells } });
    },
    edit: (id, requests) => void call(id, 'spreadsheets.batchUpdate', {}, {}, { requests: arrayOf(requests) }),
    typeInto: (id, range, values) =>
      void call(id, 'values.update', { range }, { valueInputOption: ['USER_ENTERED'] }, { values }),
    workbooks: () => store.list().map(({ workbook }) => workbook),
    workbook: (id) => store.get(id).workbook,
    version: (id) => store.get(id).version,
    beforeCall(fn) {
      hooks.add(fn);
      return () => void hooks.delete(fn);
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      close();
    },
  };
}
