import { describe, expect, test } from 'vitest';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { payloadOf, tabsByName } from '../../lambdas/ingest/payload.ts';
import type { TabsRead, WorkbookDescription } from '../../lambdas/ports.ts';

const book: WorkbookDescription = {
  ...{ title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London' },
  ...{ namedRanges: [], tabs: [] },
};
const [activity, team] = [tabOf([['Date']]), tabOf([['Rep']])];
const read: TabsRead = { digest: 'bytes', bytes: 5, tabs: () => [activity, team], grids: () => [] };
const TABS = { Activity: 5, Team: 7 };

describe('one reading of a workbook', () => {
  test('has another digest when anything differs that decides what rows mean, and the same otherwise', () => {
    const { digest } = payloadOf(book, TABS, 'bytes');
    const others = [
      payloadOf({ ...book, title: 'Other' }, TABS, 'bytes'),
      payloadOf({ ...book, locale: 'en_US' }, TABS, 'bytes'),
      payloadOf({ ...book, timeZone: 'Europe/Paris' }, TABS, 'bytes'),
      payloadOf(book, { Activity: 6, Team: 7 }, 'bytes'),
      payloadOf(book, TABS, 'other bytes'),
    ].map((payload) => payload.digest);
    expect(new Set([digest, ...others]).size).toBe(6);
    const namedRanges = [{ id: 'a', name: 'theirs' }];
    expect(payloadOf({ ...book, namedRanges }, { ...TABS }, 'bytes').digest).toBe(digest);
  });

  test('gives each tab its rows, and none to a tab that did not come', () => {
    expect(tabsByName(TABS, read)).toEqual({ Activity: activity, Team: team });
    const short = tabsByName(TABS, { ...read, tabs: () => [activity] });
    expect(short.Activity).toBe(activity);
    expect(short.Team?.length).toBe(0);
  });
});
