import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

export type CellsOfTab = readonly (readonly unknown[])[];

/** What the script asks UrlFetchApp to send. */
export interface ScriptRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** Of UrlFetchApp.fetch. */
interface FetchOptions extends Omit<ScriptRequest, 'url'> {
  readonly contentType: string;
  readonly muteHttpExceptions?: boolean;
}

export interface ScriptOptions {
  /** As pasted into Code.js; '' = not installed. */
  readonly syncNowUrl?: string;
  readonly activityWorkbook?: string;
  readonly workbook?: string;
  readonly email?: string;
  /** `null`: the manifest has no scope openid. */
  readonly token?: string | null;
  readonly tabs?: readonly { readonly id: number; readonly title: string; readonly cells: CellsOfTab }[];
  /** The status of the answer; throwing is what UrlFetchApp does when there is none. */
  readonly fetch?: (request: ScriptRequest) => number;
  /** What is typed into a prompt; `undefined` = cancelled. */
  readonly prompted?: (text: string) => string | undefined;
}

export interface Script {
  /** Calls a function of the script. */
  call(name: string, ...given: readonly unknown[]): unknown;
  /** Item of the menu -> function. */
  readonly menu: Readonly<Record<string, string>>;
  readonly alerts: readonly { readonly title: string; readonly text: string }[];
  readonly toasts: readonly string[];
}

export const scriptFile = (name: string): string =>
  readFileSync(new URL(`../../infra/apps-script/${name}`, import.meta.url), 'utf8');

/** The code as somebody installs it: with the constants filled in. */
function installed({ syncNowUrl = '', activityWorkbook = '' }: ScriptOptions): string {
  return scriptFile('Code.js')
    .replace("const SYNC_NOW_URL = '';", `const SYNC_NOW_URL = ${JSON.stringify(syncNowUrl)};`)
    .replace("const ACTIVITY_WORKBOOK = '';", `const ACTIVITY_WORKBOOK = ${JSON.stringify(activityWorkbook)};`);
}

/** Runs the companion with stand-ins of the services of Apps Script, each with the methods that it uses. */
export function appsScript(options: ScriptOptions = {}): Script {
  const menu: Record<string, string> = {};
  const alerts: { title: string; text: string }[] = [];
  const toasts: string[] = [];
  const properties = new Map<string, string>();
  const builder = {
    addItem(title: string, name: string) {
      menu[title] = name;
      return builder;
    },
    addToUi: () => undefined,
  };
  const ui = {
    Button: { OK: 'OK', CANCEL: 'CANCEL' },
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL' },
    createMenu: () => builder,
    alert: (title: string, text: string) => alerts.push({ title, text }),
    prompt(_title: string, text: string) {
      const typed = options.prompted?.(text);
      return {
        getSelectedButton: () => (typed === undefined ? 'CANCEL' : 'OK'),
        getResponseText: () => typed ?? '',
      };
    },
  };
  const sheets = (options.tabs ?? []).map(({ id, title, cells }) => ({
    getSheetId: () => id,
    getName: () => title,
    getDataRange: () => ({ getValues: () => cells }),
  }));
  const book = {
    getId: () => options.workbook ?? 'this-workbook',
    getSheets: () => sheets,
    toast: (text: string) => toasts.push(text),
  };
  const context = createContext({
    SpreadsheetApp: { getUi: () => ui, getActiveSpreadsheet: () => book },
    ScriptApp: { getIdentityToken: () => (options.token === undefined ? 'a.b.c' : options.token) },
    Session: { getActiveUser: () => ({ getEmail: () => options.email ?? '' }) },
    PropertiesService: {
      getUserProperties: () => ({
        getProperty: (name: string) => properties.get(name) ?? null,
        setProperty: (name: string, value: string) => properties.set(name, value),
      }),
    },
    UrlFetchApp: {
      fetch: (url: string, { contentType, muteHttpExceptions, headers, method, payload }: FetchOptions) => {
        const status = options.fetch?.({ url, method, payload, headers: { ...headers, 'content-type': contentType } });
        if ((status ?? 0) >= 400 && muteHttpExceptions !== true) throw new Error(`Request failed: ${status}`);
        return { getResponseCode: () => status };
      },
    },
    Utilities: {
      base64DecodeWebSafe: (text: string) => {
        if (text.length % 4 !== 0) throw new Error('Could not decode string.');
        return Buffer.from(text, 'base64url');
      },
      newBlob: (bytes: Buffer) => ({ getDataAsString: () => bytes.toString('utf8') }),
    },
  });
  runInContext(`${scriptFile('Today.js')}\n${installed(options)}`, context);
  return {
    menu,
    alerts,
    toasts,
    call: (name, ...given) => runInContext(name, context)(...given),
  };
}
