import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { TABLE_KEYS } from '../lambdas/contract.ts';

export interface EmbeddedDynamoDb {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** DynamoDB in this process, on 127.0.0.1. `port` 0 takes a free one; without `path` (a folder) it forgets all at the end. */
export async function startEmbeddedDynamoDb(
  options: { readonly port?: number; readonly path?: string } = {},
): Promise<EmbeddedDynamoDb> {
  if (options.path !== undefined) await mkdir(options.path, { recursive: true });
  const server = dynalite({ createTableMs: 0, ...(options.path === undefined ? {} : { path: options.path }) });
  // dynalite throws when a client goes away in the middle of a request, which would end this process.
  server.on('request', (request) => request.removeAllListeners('error').on('error', () => undefined));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Creates the table unless it is there, and waits until it can be used. */
export async function ensureTable(client: DynamoDBDocumentClient, table: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const status = await statusOf(client, table);
    if (status === 'ACTIVE' || status === 'UPDATING') return;
    if (status === undefined) await create(client, table);
    await sleep(20);
  }
  throw new Error(`Table ${table} did not become active within 10 seconds: start the embedded DynamoDB again.`);
}

async function statusOf(client: DynamoDBDocumentClient, table: string): Promise<string | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: table }))).Table?.TableStatus;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function create(client: DynamoDBDocumentClient, table: string): Promise<void> {
  const command = new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: TABLE_KEYS.partition, AttributeType: 'S' },
      { AttributeName: TABLE_KEYS.sort, AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: TABLE_KEYS.partition, KeyType: 'HASH' },
      { AttributeName: TABLE_KEYS.sort, KeyType: 'RANGE' },
    ],
  });
  try {
    await client.send(command);
  } catch (error) {
    // Somebody else was faster.
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error;
  }
}
