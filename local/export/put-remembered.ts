import type { ItemRef, TreeItem } from '../../lambdas/domain/trees/item.ts';
import { moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { type Facts, factsItem } from '../../lambdas/domain/weeks/facts.ts';
import { frozenRef } from '../../lambdas/domain/weeks/frozen-weeks.ts';
import type { StorePort } from '../../lambdas/ports.ts';
import type { Remembered } from './remembered.ts';

/**
 * Puts what is remembered into the store. `differs`: the workbook remembers something else already, and nothing was
 * written. First-seen times merge: the earlier one of a row stays. Doing it again changes nothing.
 */
export async function putRemembered(
  store: StorePort,
  workbook: string,
  { facts, closedWeeks, firstSeen }: Remembered,
  replace: boolean,
): Promise<'put' | 'differs'> {
  const frozen = (facts?.frozen?.weeks ?? []).map(
    ([week, name]): TreeItem => ({ ...frozenRef(week, name), body: closedWeeks[name] ?? '' }),
  );
  const item = facts && factsItem(facts as unknown as Facts); // as it was written, checked where it is relied on
  const fits = (known: string | undefined): boolean =>
    replace || known === undefined || known === (item as ItemRef | undefined)?.digest;
  if (!fits((await store.readHead(workbook))?.facts)) return 'differs';
  await store.mergeSeen(workbook, new Map(Object.entries(firstSeen)));
  if (!item) return 'put';
  await store.putItems(workbook, [...frozen, item]);
  const moved = await moveHead(store, workbook, (head) =>
    fits(head.facts) ? { ...head, facts: item.digest } : undefined,
  );
  return moved ? 'put' : 'differs';
}
