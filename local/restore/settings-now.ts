import type { Inputs } from '../../lambdas/domain/inputs/rules.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { locateTabs } from '../../lambdas/ingest/input-tabs.ts';
import { tabsByName } from '../../lambdas/ingest/payload.ts';
import { settingsTabs } from '../../lambdas/ingest/read-workbook.ts';
import type { SheetsPort } from '../../lambdas/ports.ts';

/** The settings tabs as they stand on the sheet: one that was just wiped is refused, and what is stored has it still. */
export async function settingsNow(sheets: SheetsPort, workbook: string, known: Head['tabs']): Promise<Inputs['tabs']> {
  const { Activity: _, ...tabs } = locateTabs(known, await sheets.describe(workbook));
  const ids = Object.values(tabs);
  return ids.length === 0 ? {} : settingsTabs(tabsByName(tabs, await sheets.read(workbook, ids)));
}
