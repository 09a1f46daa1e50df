import { TAB_NAMES, TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';
import { csvOf } from './csv.ts';

interface ValueRanges {
  readonly valueRanges?: readonly { readonly valueRange?: { readonly values?: readonly (readonly string[])[] } }[];
}

/** The report tabs as people see them, by name, read back from the Sheets server. */
export async function tabFiles(rootUrl: string, workbook: string): Promise<Map<TabName, string>> {
  const files = new Map<TabName, string>();
  for (const name of TAB_NAMES) {
    const response = await fetch(`${rootUrl}v4/spreadsheets/${workbook}/values:batchGetByDataFilter`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      body: JSON.stringify({
        dataFilters: [{ gridRange: { sheetId: TAB_SHEET_IDS[name] } }],
        valueRenderOption: 'FORMATTED_VALUE',
      }),
    });
    if (!response.ok)
      throw new Error(`The tab ${name} could not be read back: the Sheets server answered ${response.status}.`);
    const { valueRanges } = (await response.json()) as ValueRanges; // the shape that Sheets documents
    const [head = [], ...rows] = valueRanges?.[0]?.valueRange?.values ?? [];
    files.set(name, csvOf(head.map(String), rows));
  }
  return files;
}
