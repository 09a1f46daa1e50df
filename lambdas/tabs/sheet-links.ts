import type { InputTab } from '../domain/trees/head.ts';

/** Where the links of the report tabs lead. */
export interface SheetLinks {
  /** The spreadsheet with the input tabs, when the reports stand in another one. */
  readonly workbook?: string;
  /** Sheet ids of the input tabs. */
  readonly tabs: Readonly<Partial<Record<InputTab, number>>>;
  /** Whether our filter views stand on Activity. */
  readonly views: boolean;
}

/** To the rows behind a figure; `undefined` where there is no such view. */
export function viewLink(links: SheetLinks, view: number | undefined): string | undefined {
  const sheetId = links.tabs.Activity;
  return view === undefined || sheetId === undefined ? undefined : `${base(links)}#gid=${sheetId}&fvid=${view}`;
}

/** To a cell of an input tab, from its address such as `Team!B7`; `undefined` for what is not on a tab. */
export function cellLink(links: SheetLinks, address: string): string | undefined {
  const [, tab = '', cells = ''] = /^(\w+)!([A-Z]*\d+(?::[A-Z]*\d+)?)$/.exec(address) ?? [];
  const sheetId = links.tabs[tab as InputTab]; // any other word has no id
  return sheetId === undefined ? undefined : `${base(links)}#gid=${sheetId}&range=${cells}`;
}

const base = ({ workbook }: SheetLinks): string =>
  workbook === undefined ? '' : `https://docs.google.com/spreadsheets/d/${workbook}/edit`;
