/** What the code and the infrastructure agree on: names of the environment and the key schema of the table. */

/** Environment of the functions; `runtime/config.ts` validates it. Each function has only those that it needs. */
export const ENV = {
  table: 'LEADSHEET_TABLE',
  /** Ids of workbooks that dispatch registers when they are not, with commas: those that the deployment was told of. */
  seedWorkbooks: 'LEADSHEET_SEED_WORKBOOKS',
  /** Only for tests and the local service. */
  dynamodbEndpoint: 'LEADSHEET_DYNAMODB_ENDPOINT',
  /** Only for tests and the local service: replaces https://sheets.googleapis.com/ and https://www.googleapis.com/. */
  sheetsRootUrl: 'LEADSHEET_SHEETS_ROOT_URL',
  /** Only for the local service: a bearer token instead of Google credentials. */
  sheetsToken: 'LEADSHEET_SHEETS_TOKEN',
  /** E-mails of the Google service accounts that workbooks are shared with, with commas; the first is for new ones. */
  serviceAccounts: 'LEADSHEET_SERVICE_ACCOUNTS',
  /** Workload identity federation: `//iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`. */
  googleAudience: 'LEADSHEET_GOOGLE_AUDIENCE',
  /** Instead of federation: ARN of a secret with the key of each service account. */
  googleKeySecret: 'LEADSHEET_GOOGLE_KEY_SECRET',
  /** Only for tests: replaces the hosts of Google that give out tokens and certificates. */
  googleAuthUrl: 'LEADSHEET_GOOGLE_AUTH_URL',
  /** URL of the queue in front of ingest, for dispatch and sync-now. */
  ingestQueue: 'LEADSHEET_INGEST_QUEUE',
  /** URL of the queue in front of rollup, for ingest; absent on one machine, where the stages are called in turn. */
  rollupQueue: 'LEADSHEET_ROLLUP_QUEUE',
  /** URL of the queue in front of report, for rollup. */
  reportQueue: 'LEADSHEET_REPORT_QUEUE',
  /** Client ids of the Google Cloud projects that sync-now takes identity tokens of, with commas. */
  syncAudiences: 'LEADSHEET_SYNC_AUDIENCES',
  /** E-mails that may ask for a sync, with commas; `@example.com` is everybody of a domain. */
  syncAllowed: 'LEADSHEET_SYNC_ALLOWED',
} as const;

/**
 * Flags of the Node that runs ingest, in MB. Most of what it makes of a sheet stays to the end: a larger nursery would only
 * copy it more often, and hold it twice (a quarter of its memory). Three quarters of the memory of the function are for
 * the heap, the rest for the bytes of the sheet and for Node: by itself V8 would let garbage grow as on a large machine.
 */
export const INGEST_NODE_OPTIONS = ['--max-semi-space-size=4', '--max-old-space-size=768'] as const;

/** The CloudFormation stacks, and what they tell to whoever asks (the owner's commands): keys of their outputs. */
export const STACKS = { state: 'LeadsheetState', pipeline: 'LeadsheetPipeline' } as const;

/** Outputs of the state stack. */
export const STATE_OUTPUTS = { table: 'TableName' } as const;

/**
 * Outputs of the pipeline stack. Of each stage in a row the URL of its queue and of its dead letters; of functions that
 * see Google the ARN of the role, which Google has to be told of. Some are there only with the setting that they tell.
 */
export const PIPELINE_OUTPUTS = {
  table: 'TableName',
  ingestQueue: 'IngestQueueUrl',
  rollupQueue: 'RollupQueueUrl',
  reportQueue: 'ReportQueueUrl',
  ingestDeadLetters: 'IngestDeadLettersUrl',
  rollupDeadLetters: 'RollupDeadLettersUrl',
  reportDeadLetters: 'ReportDeadLettersUrl',
  dispatchDeadLetters: 'DispatchDeadLettersUrl',
  sweepDeadLetters: 'SweepDeadLettersUrl',
  dispatchFunction: 'DispatchFunctionName',
  sweepFunction: 'SweepFunctionName',
  dispatchRole: 'DispatchRoleArn',
  ingestRole: 'IngestRoleArn',
  reportRole: 'ReportRoleArn',
  alarmTopic: 'AlarmTopicArn',
  dashboard: 'DashboardUrl',
  /** E-mails, with commas; with the setting. */
  serviceAccounts: 'ServiceAccounts',
  /** With the setting. */
  googleAudience: 'GoogleAudience',
  /** ARN; with the setting. */
  googleKeySecret: 'GoogleKeySecret',
  /** With the settings of sync-now. */
  syncNowUrl: 'SyncNowUrl',
} as const;

/** One table, on demand. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk', expires: 'expires' } as const;

/** CloudWatch metrics, written as lines of the log (embedded metric format). */
export const METRICS = {
  namespace: 'Leadsheet',
  /** Milliseconds from an edit until the report tabs show it. */
  freshness: 'Freshness',
  /** Share of the rows of a snapshot that were rejected, in percent. */
  rejectedShare: 'RejectedShare',
  /** Workbooks that were sent on their way by a tick. */
  sent: 'Sent',
  /** Ticks that came to their end; none for some minutes means that nothing is looked at. */
  ticks: 'Ticks',
  /** Workbooks whose sheet was refused (a guard, a missing header), so that the last good report stays. */
  stopped: 'Stopped',
} as const;
