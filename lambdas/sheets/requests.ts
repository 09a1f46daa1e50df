import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Publication } from '../ports.ts';
import { AS_OF_RANGE, TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { addFence, deleteFence, fenceId, healthCell } from './fence.ts';
import { newTitles } from './new-titles.ts';
import { tabRequests } from './tab-requests.ts';
import { addTab } from './tab-setup.ts';

/** Of our choice, so that a second creation is refused. */
export const AS_OF_RANGE_ID = 'leadsheetasof';

/**
 * The whole publication as one list for one `batchUpdate`. The fence comes first, so that a stale view costs Sheets
 * nothing; only a tab that the fence or a formula may need is created before it is added.
 */
export function publicationRequests(
  publication: Publication,
  serviceAccount: string | undefined,
): sheets_v4.Schema$Request[] {
  const { from, to } = publication;
  if (from !== undefined && fenceId(from) === fenceId(to)) {
    throw new Error('A publication needs a fence of its own: with the same one a repeat would not be noticed.');
  }
  return [
    ...(from === undefined ? [] : [deleteFence(from)]),
    ...newTabs(publication),
    addFence(to),
    ...(publication.addAsOfRange ? [addAsOfRange()] : []),
    ...(publication.standing ?? []).map((name) => touchStamp(TAB_SHEET_IDS[name])),
    ...publication.tabs.flatMap((tab) => tabRequests(tab, serviceAccount)),
  ];
}

/** Writes the "as of" line where it stands already: changes nothing, and fails the batch when the tab is gone. */
function touchStamp(sheetId: number): sheets_v4.Schema$Request {
  return {
    updateCells: {
      range: { sheetId, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
      rows: [{ values: [{ userEnteredValue: { formulaValue: `=${AS_OF_RANGE}` } }] }],
      fields: 'userEnteredValue',
    },
  };
}

/** At the end of the workbook, in the order of the publication. */
function newTabs(publication: Publication): sheets_v4.Schema$Request[] {
  const titles = newTitles(publication);
  return publication.tabs.flatMap(({ layout }) => {
    const title = titles.get(layout.name);
    return title === undefined ? [] : [addTab(layout, title)];
  });
}

/** The "as of" line: cell A2 of Health. */
function addAsOfRange(): sheets_v4.Schema$Request {
  return { addNamedRange: { namedRange: { namedRangeId: AS_OF_RANGE_ID, name: AS_OF_RANGE, range: healthCell(1) } } };
}
