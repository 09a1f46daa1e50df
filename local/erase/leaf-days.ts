import { seenKey } from '../../lambdas/domain/source/first-seen.ts';
import type { DayEntry, RepDayEntry } from '../../lambdas/domain/source/source-tree.ts';
import { entry } from '../../lambdas/domain/trees/entry.ts';
import type { StoredItem, StorePort } from '../../lambdas/ports.ts';
import { readItems } from './read-items.ts';

/** `area#digest` of a leaf -> the keys of the first-seen times of its rows, in every tree that ever named it. */
export async function seenKeysOfLeaves(
  store: StorePort,
  workbook: string,
  items: readonly StoredItem[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const bodiesIn = async function* (area: string) {
    const wanted = items.filter((item) => item.area.startsWith(`${area}/`));
    for await (const group of readItems(store, workbook, wanted))
      for (const { area: of, digest, body } of group) if (body !== undefined) yield { area: of, digest, body };
  };
  const days = new Map<string, Set<number>>();
  for await (const { area, body } of bodiesIn('month'))
    for (const [day, node] of JSON.parse(body) as DayEntry[])
      entry(days, `${area.replace('month/', 'day/')}#${node}`, () => new Set()).add(day);
  const keys = new Map<string, Set<string>>();
  for await (const { area, digest, body } of bodiesIn('day'))
    for (const day of days.get(`${area}#${digest}`) ?? [])
      for (const [rep, leaf] of JSON.parse(body) as RepDayEntry[])
        entry(keys, `${area.replace('day/', 'rows/')}#${leaf}`, () => new Set()).add(seenKey(day, rep));
  return keys;
}
