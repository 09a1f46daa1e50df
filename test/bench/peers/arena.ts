import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bundle } from '../../../infra/bundle.ts';
import { ENV } from '../../../lambdas/contract.ts';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { ensureTable } from '../../../local/embedded-dynamodb.ts';
import { startLocalService } from '../../../local/service.ts';
import type { WorkbookFile } from '../../../local/sheets-server/workbook-file.ts';
import { type Command, type PipelineOptions, type Ran, runPipeline } from './pipeline.ts';

/** One run, and what the servers had to do for it. */
export interface Turn extends Ran {
  /** That reached the Sheets server. */
  readonly calls: number;
  /** Of the processor, in the process of both servers. */
  readonly serverSeconds: number;
}

/** The servers that all talk to, in this process; whoever is measured runs in others. */
export interface Arena {
  /** What a program is told: where the servers are, and which spreadsheet is meant. */
  env(spreadsheet: string): Readonly<Record<string, string>>;
  /** A command that runs a program of this folder, bundled as the functions are. */
  node(program: string, env: Readonly<Record<string, string>>): Command;
  /** A table of rows, as scripts make one: spreadsheet and row. */
  makeRowTable(name: string): Promise<void>;
  makeLeadsheetTable(name: string): Promise<void>;
  /** A spreadsheet with the id of the file; one that is there already is replaced. */
  add(file: WorkbookFile): void;
  serve(spreadsheet: string, activity: readonly (readonly Cell[])[]): void;
  /** Types over one cell as a rep would. */
  type(spreadsheet: string, cell: string, text: string): void;
  /** Cells of a tab, as a reader of the API sees them. */
  read(spreadsheet: string, tab: string): Promise<unknown[][]>;
  /** Items of a row table that belong to a spreadsheet. */
  countRows(table: string, spreadsheet: string): Promise<number>;
  run(commands: readonly Command[], options?: Omit<PipelineOptions, 'folder'>): Promise<Turn>;
  close(): Promise<void>;
}

const TOKEN = 'local';

export async function startArena(folder: string): Promise<Arena> {
  const { env, sheets, close } = await startLocalService();
  const endpoint = env[ENV.dynamodbEndpoint] ?? '';
  // Unlike the store's it tries again: the server may have closed its connection while programs ran.
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint }));
  const bundled = new Map<string, string>();
  return {
    env: (spreadsheet) => ({
      GOOGLE_URL: sheets.url,
      GOOGLE_TOKEN: TOKEN,
      SPREADSHEET: spreadsheet,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    }),
    node(program, of) {
      const entry = join(import.meta.dirname, `${program}.ts`);
      const code = bundled.get(program) ?? join(bundle({ entry, into: folder, unlimited: true }).directory, 'index.js');
      bundled.set(program, code);
      return { program: process.execPath, args: [code, '{report}'], env: of };
    },
    async makeRowTable(name) {
      const keys = [
        { name: 'workbook', key: 'HASH', type: 'S' },
        { name: 'row', key: 'RANGE', type: 'N' },
      ] as const;
      const command = new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: keys.map((one) => ({ AttributeName: one.name, AttributeType: one.type })),
        KeySchema: keys.map((one) => ({ AttributeName: one.name, KeyType: one.key })),
      });
      await client.send(command);
      await ensureTable(client, name);
    },
    makeLeadsheetTable: (name) => ensureTable(client, name),
    add: (file) => void sheets.addWorkbook(file),
    serve: (spreadsheet, activity) => sheets.replaceTab(spreadsheet, 'Activity', activity),
    type: (spreadsheet, cell, text) => sheets.typeInto(spreadsheet, `Activity!${cell}`, [[text]]),
    async read(spreadsheet, tab) {
      const address = `${sheets.url}v4/spreadsheets/${spreadsheet}/values/${encodeURIComponent(tab)}`;
      const answer = await fetch(`${address}?valueRenderOption=UNFORMATTED_VALUE`);
      const { values = [] } = (await answer.json()) as { values?: unknown[][] }; // Google's own format
      return values;
    },
    async countRows(table, spreadsheet) {
      let count = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            Select: 'COUNT',
            KeyConditionExpression: 'workbook = :spreadsheet',
            ExpressionAttributeValues: { ':spreadsheet': spreadsheet },
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        count += page.Count ?? 0;
        from = page.LastEvaluatedKey;
      } while (from);
      return count;
    },
    async run(commands, options = {}) {
      sheets.calls.length = 0;
      const before = process.cpuUsage();
      const ran = await runPipeline(commands, { ...options, folder });
      const { user, system } = process.cpuUsage(before);
      return { ...ran, calls: sheets.calls.length, serverSeconds: (user + system) / 1e6 };
    },
    async close() {
      client.destroy();
      await close();
    },
  };
}
