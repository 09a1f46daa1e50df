import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamodbClient } from '../../lambdas/store/dynamodb-client.ts';
import { openStore } from '../../lambdas/store/open-store.ts';
import type { StoreOptions } from '../../lambdas/store/store-options.ts';
import { ensureTable, startEmbeddedDynamoDb } from '../../local/embedded-dynamodb.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const TABLE = 'leadsheet-test';

/** A client for a DynamoDB on this machine, or for something in front of it. */
export const localClient = (
  endpoint: string,
  credentials = { accessKeyId: 'local', secretAccessKey: 'local' },
): DynamoDBDocumentClient => dynamodbClient({ endpoint, region: 'eu-west-1', credentials });

export interface EmbeddedStore extends StoreUnderTest {
  readonly endpoint: string;
  readonly table: string;
  open(options?: Partial<StoreOptions>): ReturnType<typeof openStore>;
}

/** An embedded DynamoDB with a table, in memory unless a folder is given. */
export async function embeddedStore(options: { path?: string } = {}): Promise<EmbeddedStore> {
  const server = await startEmbeddedDynamoDb(options);
  const client = localClient(server.endpoint);
  await ensureTable(client, TABLE);
  return {
    endpoint: server.endpoint,
    table: TABLE,
    open: (more = {}) => openStore({ client, table: TABLE, clock: Date.now, ...more }),
    async close() {
      client.destroy();
      await server.close();
    },
  };
}
