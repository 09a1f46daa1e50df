import { randomUUID } from 'node:crypto';
import type { TreeItem } from '../../lambdas/domain/trees/item.ts';
import type { Meter, StorePort } from '../../lambdas/ports.ts';

/** A DynamoDB under test. */
export interface StoreUnderTest {
  /** A store on the same table as all the others. */
  open(options?: { clock?: () => number; meter?: Meter }): StorePort;
  close(): Promise<void>;
  /** Does not say what a batch of reads consumed, so that units can't be compared. */
  readonly silentAboutUnits?: true;
}

/** Tests share a table, never a workbook. */
export const newWorkbook = (): string => `contract-${randomUUID()}`;

export const item = (area: string, digest: string, body: string): TreeItem => ({ area, digest, body });

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}
