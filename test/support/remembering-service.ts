import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import { readStoredWorkbook } from '../../local/export/stored-workbook.ts';
import { type TestService, WORKBOOK } from './e2e-service.ts';

/** Rows, settings and first-seen times as the store has them now. */
export async function storedRowsOf(service: TestService) {
  const stored = await readStoredWorkbook(service.store(), WORKBOOK, (await service.head()).source ?? '');
  const keys = stored.repDays.map(({ day, rep }) => seenKey(day, rep));
  return { ...stored, seen: await service.store().readSeen(WORKBOOK, keys) };
}
