import { DEMO_WORKBOOK } from './demo-process.ts';

/** Rows of text cells, as the API gives them. */
export type Rows = readonly (readonly string[])[];

/** The Sheets API of a running service, as a program of anybody would use it. */
export interface Sheet {
  read(range: string): Promise<Rows>;
  /** Returns the row number of the first. */
  append(rows: Rows): Promise<number>;
  write(range: string, rows: Rows): Promise<void>;
  /** A new tab with what somebody types there. */
  addTab(title: string, rows: readonly (readonly unknown[])[]): Promise<void>;
  /** The cheapest thing to ask: whether anything was written, and whether a sync runs. */
  status(): Promise<Status>;
}

export interface Status {
  /** Rises with each write. */
  readonly version: number;
  readonly running: boolean;
}

export function sheetAt(url: string): Sheet {
  const values = `${url}v4/spreadsheets/${DEMO_WORKBOOK}/values/`;
  const ask = async (address: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(address, init);
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const typed = (method: string, rows: readonly (readonly unknown[])[]): RequestInit => ({
    method,
    body: JSON.stringify({ values: rows }),
  });
  return {
    async read(range) {
      const { values: rows = [] } = (await ask(`${values}${encodeURIComponent(range)}`)) as { values?: Rows };
      return rows;
    },
    async append(rows) {
      const address = `${values}Activity!A1:append?valueInputOption=USER_ENTERED`;
      const { updates } = (await ask(address, typed('POST', rows))) as { updates: { updatedRange: string } };
      return Number(/\d+/.exec(updates.updatedRange)?.[0]);
    },
    async write(range, rows) {
      await ask(`${values}${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`, typed('PUT', rows));
    },
    async addTab(title, rows) {
      const requests = [{ addSheet: { properties: { title } } }];
      const body = JSON.stringify({ requests });
      await ask(`${url}v4/spreadsheets/${DEMO_WORKBOOK}:batchUpdate`, { method: 'POST', body });
      await ask(`${values}${title}!A1?valueInputOption=USER_ENTERED`, typed('PUT', rows));
    },
    async status() {
      const { version, sync } = (await ask(`${url}w/${DEMO_WORKBOOK}/status`)) as {
        version: number;
        sync?: { running: boolean };
      };
      return { version, running: sync?.running ?? false };
    },
  };
}
