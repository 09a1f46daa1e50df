import type { Settings } from '../../infra/settings.ts';

export const WORKBOOK = '1exampleSpreadsheetId_for-tests-000000000001';
export const SERVICE_ACCOUNT = 'leadsheet@example-project.iam.gserviceaccount.com';
export const AUDIENCE =
  '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/leadsheet/providers/aws';
export const KEY_SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:leadsheet/google-AbC123';

/** By a queue, in this order. */
export const STAGES = ['ingest', 'rollup', 'report'] as const;
/** By the clock. */
export const TASKS = ['dispatch', 'sweep'] as const;
export const FUNCTIONS = [...STAGES, ...TASKS] as const;

/** With sync-now. */
export const SYNC = {
  syncAudiences: ['1.apps.googleusercontent.com'],
  syncAllowed: ['@example.com', 'boss@example.org'],
};

export const SETTINGS: Settings = {
  workbook: [WORKBOOK],
  serviceAccounts: [SERVICE_ACCOUNT],
  googleAudience: AUDIENCE,
  alarmEmail: 'owner@example.com',
  syncAudiences: [],
  syncAllowed: [],
  tracing: false,
  maxReadUnits: 2000,
  maxWriteUnits: 1000,
};
