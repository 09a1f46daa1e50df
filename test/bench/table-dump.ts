import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { dynamodbClient } from '../../lambdas/store/dynamodb-client.ts';
import { TABLE } from './servers.ts';

/** What stands in the table: sort key -> what it holds, and the KB that DynamoDB charges to write it. */
export type TableDump = ReadonlyMap<string, { readonly content: string; readonly kb: number }>;

/** Every item. Put times are left out: an item that was put again with equal content did not change. */
export async function dumpTable(env: Environment): Promise<TableDump> {
  const client = dynamodbClient({ endpoint: env[ENV.dynamodbEndpoint] ?? '' });
  const dump = new Map<string, { content: string; kb: number }>();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: TABLE, ...(from && { ExclusiveStartKey: from }) }));
    for (const item of page.Items ?? []) {
      const { at: _, ...content } = item;
      dump.set(`${item.pk} ${item.sk}`, { content: JSON.stringify(content), kb: Math.ceil(bytesOf(item) / 1024) });
    }
    from = page.LastEvaluatedKey;
  } while (from);
  client.destroy();
  return dump;
}

/** KB of the items that are new or hold something else, each rounded up. */
export function changedKb(before: TableDump, after: TableDump): number {
  let kb = 0;
  for (const [key, item] of after) if (before.get(key)?.content !== item.content) kb += item.kb;
  return kb;
}

/** As DynamoDB counts: names and values of attributes; a number is about half of its digits and one. */
function bytesOf(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}
