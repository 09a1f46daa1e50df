import { createHash, randomUUID } from 'node:crypto';
import type { Context, LambdaFunctionURLEvent } from 'aws-lambda';
import { TABLE_ACCESS } from '../../infra/table-access.ts';
import { ENV } from '../../lambdas/contract.ts';
import { openRegistry } from '../../lambdas/store/registry/open-registry.ts';
import { handler } from '../../lambdas/sync-now/handler.ts';
import { AUDIENCE, type CertificateServer, certificateServer, type SigningKey } from './identity-tokens.ts';
import { type HttpAnswer, type LocalHttp, localHttp } from './local-http.ts';
import { embeddedStore, localClient } from './store-embedded.ts';
import { tableGuard } from './table-guard.ts';

export const WORKBOOK = '1x7QsheetOfTheTeam';
export const ACCOUNT = 'leadsheet@project.iam.gserviceaccount.com';

export interface SyncService {
  /** The Function URL. */
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly certificates: CertificateServer;
  /** What came into the queue: the fields of SendMessage. */
  readonly sent: Readonly<Record<string, string>>[];
  close(): Promise<void>;
}

/** Everything that sync-now speaks with, at local addresses, and an HTTP server that calls its handler as a Function URL does. */
export async function syncService(key: SigningKey): Promise<SyncService> {
  const certificates = await certificateServer(key);
  const store = await embeddedStore();
  const client = localClient(store.endpoint);
  await openRegistry({ client, table: store.table, clock: Date.now }).register({
    workbook: WORKBOOK,
    title: 'Sales',
    account: ACCOUNT,
  });
  const sent: Readonly<Record<string, string>>[] = [];
  const queue = await localHttp((_, body) => received(JSON.parse(body), sent));
  const door = await localHttp(functionUrl);
  const table = await tableGuard(store.endpoint, TABLE_ACCESS.syncNow);
  const parts: readonly LocalHttp[] = [certificates, queue, door, table];
  return {
    url: door.url,
    certificates,
    sent,
    env: {
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_REGION: 'eu-west-1',
      [ENV.table]: store.table,
      [ENV.dynamodbEndpoint]: table.url,
      [ENV.ingestQueue]: `${queue.url}/123456789012/ingest.fifo`,
      [ENV.googleAuthUrl]: certificates.url,
      [ENV.syncAudiences]: `other.apps.googleusercontent.com, ${AUDIENCE}`,
      [ENV.syncAllowed]: '@example.com, boss@elsewhere.test',
    },
    async close() {
      for (const part of parts) await part.close();
      client.destroy();
      await store.close();
    },
  };
}

/** SQS: the digest is checked by the SDK. */
function received(message: Record<string, string>, sent: Readonly<Record<string, string>>[]): HttpAnswer {
  sent.push(message);
  const MD5OfMessageBody = createHash('md5')
    .update(message.MessageBody ?? '')
    .digest('hex');
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return { status: 200, headers, body: JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody }) };
}

// The handler asks for nothing else of it.
const context = { getRemainingTimeInMillis: () => 15_000 } as Context;

const functionUrl: Parameters<typeof localHttp>[0] = async ({ method = '', url = '', headers }, body) => {
  const event = {
    version: '2.0',
    rawPath: url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    requestContext: { http: { method, path: url } },
    ...(body !== '' && { body }),
    isBase64Encoded: false,
  } as LambdaFunctionURLEvent; // the part of an event that the handler reads
  const answer = await handler(event, context);
  if (typeof answer === 'string') return { status: 200, body: answer };
  const said = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return { status: answer.statusCode ?? 200, headers: Object.fromEntries(said), body: answer.body ?? '' };
};
