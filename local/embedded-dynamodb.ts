import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { TABLE_KEYS } from '../lambdas/contract.ts';
import { dynamodbClient } from '../lambdas/store/dynamodb-client.ts';
import { refuseForeign } from './sheets-server/http/refuse-foreign.ts';

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
  onlyForPrograms(server);
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

/**
 * The same with a table that can be used. A process that was killed while it created the table has left one that nobody
 * could ever write to and that never becomes active: then the folder is begun anew.
 */
export async function startWithTable(table: string, path: string | undefined): Promise<EmbeddedDynamoDb> {
  const dynamodb = await startEmbeddedDynamoDb(path === undefined ? {} : { path });
  const client = dynamodbClient({ endpoint: dynamodb.endpoint });
  try {
    await ensureTable(client, table, 3_000);
    return dynamodb;
  } catch (error) {
    const isHalfMade = path !== undefined && (await statusOf(client, table)) === 'CREATING';
    await dynamodb.close();
    if (!isHalfMade) throw error;
    await rm(path, { recursive: true });
    return startWithTable(table, path);
  } finally {
    client.destroy();
  }
}

/**
 * dynalite lets every page that is open in a browser of this machine read and write (`Access-Control-Allow-Origin: *`):
 * what comes from a page, or by a name that is not of this machine, is refused before dynalite sees it.
 */
function onlyForPrograms(server: ReturnType<typeof dynalite>): void {
  const answering = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.headers.origin !== undefined || refuseForeign(request) !== undefined) {
      response.writeHead(403).end();
      return;
    }
    for (const answer of answering) answer.call(server, request, response);
    // dynalite throws when a client goes away in the middle of a request, which would end this process.
    request.removeAllListeners('error').on('error', () => undefined);
  });
}

/** Creates the table unless it is there, and waits until it can be used: a few milliseconds where it is embedded. */
export async function ensureTable(client: DynamoDBDocumentClient, table: string, longestMs = 10_000): Promise<void> {
  const end = Date.now() + longestMs;
  while (Date.now() < end) {
    const status = await statusOf(client, table);
    if (status === 'ACTIVE' || status === 'UPDATING') return;
    if (status === undefined) await create(client, table);
    await sleep(20);
  }
  throw new Error(
    `Table ${table} did not become active within ${longestMs / 1000} seconds: start the embedded DynamoDB again.`,
  );
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
