import { describe, expect, test } from 'vitest';
import { tabOf } from '../../lambdas/domain/cells/tab-rows.ts';
import { payloadOf } from '../../lambdas/ingest/payload.ts';
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
    const { digest } = payloadOf(book, TABS, read);
    const others = [
      payloadOf({ ...book, title: 'Other' }, TABS, read),
      payloadOf({ ...book, locale: 'en_US' }, TABS, read),
      payloadOf({ ...book, timeZone: 'Europe/Paris' }, TABS, read),
      payloadOf(book, { Activity: 6, Team: 7 }, read),
      payloadOf(book, TABS, { ...read, digest: 'other bytes' }),
    ].map((payload) => payload.digest);
    expect(new Set([digest, ...others]).size).toBe(6);
    const namedRanges = [{ id: 'a', name: 'theirs' }];
    expect(payloadOf({ ...book, namedRanges }, { ...TABS }, { ...read }).digest).toBe(digest);
  });

  test('gives each tab its rows, and none to a tab that did not come', () => {
    expect(payloadOf(book, TABS, read).rows()).toEqual({ Activity: activity, Team: team });
    const short = payloadOf(book, TABS, { ...read, tabs: () => [activity] }).rows();
    expect(short.Activity).toBe(activity);
    expect(short.Team?.length).toBe(0);
  });
});
