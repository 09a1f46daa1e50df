/** What the code and the infrastructure agree on: names of the environment and the key schema of the table. */

/** Environment of every function; `runtime/config.ts` validates it. */
export const ENV = {
  table: 'LEADSHEET_TABLE',
  /** Only for tests and the local service. */
  dynamodbEndpoint: 'LEADSHEET_DYNAMODB_ENDPOINT',
  /** Only for tests and the local service: replaces https://sheets.googleapis.com/. */
  sheetsRootUrl: 'LEADSHEET_SHEETS_ROOT_URL',
  /** E-mail of the Google service account that the workbooks are shared with. */
  serviceAccount: 'LEADSHEET_SERVICE_ACCOUNT',
  /** Only for the local service: a bearer token instead of Google credentials. */
  sheetsToken: 'LEADSHEET_SHEETS_TOKEN',
  /** Comma-separated spreadsheet ids that the scheduled run serves. */
  workbooks: 'LEADSHEET_WORKBOOKS',
  /** URL of the queue in front of rollup, for ingest; absent on one machine, where the stages are called in turn. */
  rollupQueue: 'LEADSHEET_ROLLUP_QUEUE',
  /** URL of the queue in front of report, for rollup. */
  reportQueue: 'LEADSHEET_REPORT_QUEUE',
} as const;

/** One table, on demand. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk', expires: 'expires' } as const;
