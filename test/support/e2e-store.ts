import type { StorePort } from '../../lambdas/ports.ts';
import { WORKBOOK } from './e2e-service.ts';

/** Every immutable item, as `area#digest`. */
export async function storedKeys(store: StorePort): Promise<string[]> {
  const keys: string[] = [];
  for await (const { area, digest } of store.listItems(WORKBOOK)) keys.push(`${area}#${digest}`);
  return keys.sort();
}

/** Size of the bodies in KB, each item rounded up, as DynamoDB counts write units. */
export async function storedKilobytes(store: StorePort, keys: readonly string[]): Promise<number> {
  const refs = keys.map((key) => {
    const at = key.lastIndexOf('#');
    return { area: key.slice(0, at), digest: key.slice(at + 1) };
  });
  const bodies = await store.getItems(WORKBOOK, refs);
  return [...bodies.values()].reduce((sum, body) => sum + Math.ceil(Buffer.byteLength(body) / 1024), 0);
}
