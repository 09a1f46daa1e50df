import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { dynamodbClient } from '../../lambdas/store/dynamodb-client.ts';
import { ensureTable, startEmbeddedDynamoDb } from '../../local/embedded-dynamodb.ts';
import { type PayloadServer, startPayloadServer } from './data/payload-server.ts';

/** What the stages talk to, in this process; the stages themselves run in another. */
export interface Servers {
  /** For `compose`. */
  readonly env: Environment;
  readonly payloads: PayloadServer;
  close(): Promise<void>;
}

export const TABLE = 'bench';

export async function startServers(): Promise<Servers> {
  // The SDK wants credentials and a region, also where nobody checks them. Probes inherit them.
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  process.env.AWS_REGION ??= 'eu-west-1';
  const payloads = await startPayloadServer();
  const dynamodb = await startEmbeddedDynamoDb();
  const client = dynamodbClient({ endpoint: dynamodb.endpoint });
  await ensureTable(client, TABLE);
  client.destroy();
  return {
    env: {
      [ENV.table]: TABLE,
      [ENV.dynamodbEndpoint]: dynamodb.endpoint,
      [ENV.sheetsRootUrl]: payloads.url,
      [ENV.sheetsToken]: 'local',
    },
    payloads,
    async close() {
      await payloads.close();
      await dynamodb.close();
    },
  };
}
