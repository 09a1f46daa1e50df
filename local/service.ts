import { join } from 'node:path';
import { ENV } from '../lambdas/contract.ts';
import type { Environment } from '../lambdas/runtime/config.ts';
import { startWithTable } from './embedded-dynamodb.ts';
import type { PageHooks } from './sheets-server/page/hooks.ts';
import { type SheetsServer, startSheetsServer } from './sheets-server/start.ts';

/** The service on one machine: the same code at local addresses. */
export interface LocalService {
  /** What the handlers read instead of the cloud's environment. */
  readonly env: Environment;
  readonly sheets: SheetsServer;
  close(): Promise<void>;
}

export interface LocalServiceOptions {
  /** Keeps workbooks and table on disk; without it they are gone at the end. */
  readonly dataDir?: string | undefined;
  /** Of the Sheets server and its page; 0 = any free one. */
  readonly port?: number | undefined;
  /** What the page shows of the reports, and its button. */
  readonly page?: PageHooks | undefined;
}

/** What is kept in a data folder. */
export const WORKBOOKS_FOLDER = 'workbooks';
export const TABLE_FOLDER = 'dynamodb';

const TABLE = 'leadsheet';
const TOKEN = 'local';

/** Starts the embedded DynamoDB and the local Sheets server on 127.0.0.1. */
export async function startLocalService({ dataDir, port = 0, page }: LocalServiceOptions = {}): Promise<LocalService> {
  // The SDK wants credentials and a region, also where nobody checks them.
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  process.env.AWS_REGION ??= 'eu-west-1';
  // First, since it says what to do about a folder or a port that is in use.
  const sheets = await startSheetsServer({
    port,
    ...(page !== undefined && { page }),
    ...(dataDir !== undefined && { dataDir: join(dataDir, WORKBOOKS_FOLDER) }),
  });
  const path = dataDir === undefined ? undefined : join(dataDir, TABLE_FOLDER);
  const dynamodb = await startWithTable(TABLE, path).catch(async (error: unknown) => {
    await sheets.close();
    throw error;
  });
  return {
    env: {
      [ENV.table]: TABLE,
      [ENV.dynamodbEndpoint]: dynamodb.endpoint,
      [ENV.sheetsRootUrl]: sheets.url,
      [ENV.sheetsToken]: TOKEN,
    },
    sheets,
    close: async () => {
      await sheets.close();
      await dynamodb.close();
    },
  };
}
