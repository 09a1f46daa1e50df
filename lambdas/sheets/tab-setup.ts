import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabLayout } from '../tabs/layout.ts';
import { neededGrid } from '../tabs/needed-grid.ts';
import { TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { protectionId } from './ids.ts';

type Request = sheets_v4.Schema$Request;

export function addTab(layout: TabLayout, title: string): Request {
  const grid = neededGrid(layout);
  return {
    addSheet: {
      properties: {
        sheetId: TAB_SHEET_IDS[layout.name],
        title,
        ...(layout.hidden && { hidden: true }),
        gridProperties: {
          rowCount: grid.rows,
          columnCount: grid.columns,
          frozenRowCount: layout.frozenRows,
          frozenColumnCount: layout.frozenColumns,
          hideGridlines: true,
        },
      },
    },
  };
}

/** Without a known account nobody is named: Sheets then leaves the right to edit with the account that asks. */
export function protectTab(layout: TabLayout, serviceAccount: string | undefined): Request {
  const sheetId = TAB_SHEET_IDS[layout.name];
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: protectionId(sheetId),
        range: { sheetId },
        description: 'Leadsheet writes this tab; what is typed here is overwritten.',
        ...(serviceAccount === undefined ? {} : { editors: { users: [serviceAccount] } }),
      },
    },
  };
}

/** Neighbours of equal width share a request. */
export function columnWidths(layout: TabLayout, from: number): Request[] {
  const requests: Request[] = [];
  const sheetId = TAB_SHEET_IDS[layout.name];
  for (let start = from; start < layout.widths.length; ) {
    const pixelSize = layout.widths[start] ?? 100;
    let end = start + 1;
    while (end < layout.widths.length && layout.widths[end] === pixelSize) end++;
    requests.push({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: start, endIndex: end },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    });
    start = end;
  }
  return requests;
}

export function freezePanes(layout: TabLayout): Request {
  return {
    updateSheetProperties: {
      properties: {
        sheetId: TAB_SHEET_IDS[layout.name],
        gridProperties: { frozenRowCount: layout.frozenRows, frozenColumnCount: layout.frozenColumns },
      },
      fields: 'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
    },
  };
}

/** Only when what we want has changed: between, it is for people to show or hide a tab. */
export function visibility(layout: TabLayout, wasHidden: boolean): Request[] {
  const hidden = layout.hidden ?? false;
  if (hidden === wasHidden) return [];
  const properties = { sheetId: TAB_SHEET_IDS[layout.name], hidden };
  return [{ updateSheetProperties: { properties, fields: 'hidden' } }];
}
