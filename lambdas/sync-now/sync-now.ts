import type { QueuePort, RegistryPort } from '../ports.ts';
import { isAllowed } from './allowed.ts';
import { type AnswerName, COOLDOWN_SECONDS } from './answers.ts';
import { cooldownKey, tokenKey, whoOf } from './digests.ts';
import type { IdentityPort } from './identity.ts';
import type { SyncRequest } from './request.ts';

export interface SyncNowPorts {
  readonly identity: IdentityPort;
  readonly registry: Pick<RegistryPort, 'find' | 'claim'>;
  readonly queue: QueuePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What came of it, in words that may be logged. */
export interface SyncNowResult {
  readonly answer: AnswerName;
  /** Digest of the e-mail; once it is known. */
  readonly who?: string;
  /** Once it is known that the asker may ask. */
  readonly workbook?: string;
}

/**
 * Sends the hint that a workbook may have changed, for a person on the list. It reads no sheet: what there is to do is
 * found by the stages. Nothing is kept of a request that is refused before its token counts.
 */
export async function syncNow(
  { identity, registry, queue, clock }: SyncNowPorts,
  { token, workbook }: SyncRequest,
  allowed: readonly string[],
): Promise<SyncNowResult> {
  const person = await identity.verify(token);
  if (person === 'refused') return { answer: 'no identity' };
  if (person === 'unavailable') return { answer: 'Google unreachable' };
  const who = whoOf(person.email);
  if (!isAllowed(person.email, allowed)) return { answer: 'not allowed', who };
  const registration = await registry.find(workbook);
  if (!registration) return { answer: 'not registered', who };
  const now = clock();
  // The token first: somebody who caught an old one must not be able to set off the cooldown.
  if (!(await registry.claim(tokenKey(token), person.usableUntil))) return { answer: 'token used', who, workbook };
  if (!(await registry.claim(cooldownKey(workbook), now + COOLDOWN_SECONDS * 1000)))
    return { answer: 'too soon', who, workbook };
  await queue.send({ workbook, account: registration.account, changedAt: now });
  return { answer: 'accepted', who, workbook };
}
