export const WORKBOOK = '1exampleSpreadsheetId_for-tests-000000000001';
export const SERVICE_ACCOUNT = 'leadsheet@example-project.iam.gserviceaccount.com';

export const STAGES = ['ingest', 'rollup', 'report'] as const;
