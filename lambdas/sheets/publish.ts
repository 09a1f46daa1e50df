import type { Publication } from '../ports.ts';
import { batchUpdate } from './batch-update.ts';
import type { Call } from './call.ts';
import { describe } from './describe.ts';
import { publicationRequests } from './requests.ts';
import { fenceStands, isStale } from './stale.ts';

/**
 * One atomic `batchUpdate`. A repeat after a lost answer is safe: the fence makes a second application fail, and the
 * fence that stands afterwards tells whose batch was applied.
 */
export async function publish(
  call: Call,
  workbook: string,
  publication: Publication,
  serviceAccount: string | undefined,
): Promise<'published' | 'stale'> {
  const requests = publicationRequests(publication, serviceAccount);
  const outcome = await call.try(batchUpdate(workbook, requests));
  if (outcome.ok) return 'published';
  const refused = outcome.failure.status === 400;
  if (refused || outcome.uncertain) {
    const now = await describe(call, workbook);
    if (outcome.uncertain && fenceStands(now, publication.to)) return 'published';
    if (refused && isStale(now, publication)) return 'stale';
  }
  throw call.error(workbook, outcome.failure);
}
