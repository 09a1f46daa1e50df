import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, test, vi } from 'vitest';
import { ENV } from '../../../lambdas/contract.ts';
import { ACCOUNT, type Cause, patient, type Situation } from '../../support/doctor-patient.ts';
import { type Answer, googleError } from '../../support/sheets-scripted-server.ts';

const AUDIENCE = '//iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/leadsheet/providers/aws';
const { service, scripted, alsoThis } = patient();

describe('Google', () => {
  const off = (api: string) =>
    googleError(
      403,
      'PERMISSION_DENIED',
      `${api} has not been used in project 7 before or it is disabled.`,
      'SERVICE_DISABLED',
    );
  const user: Answer = { status: 200, body: { user: { emailAddress: ACCOUNT } } };
  const file = (more: object): Answer => ({ status: 200, body: { capabilities: { canEdit: true }, ...more } });
  const BOOK: Answer = { status: 200, body: { properties: { title: 'Sales' } } };
  const head: Answer = { status: 200, body: {} };
  const CAUSES: readonly Cause[] = [
    [
      'no credentials',
      noCredentials,
      'Google sign-in',
      /no Google credentials/,
      /gcloud auth .*impersonate-service-account=reports@/,
    ],
    [
      'federation refused',
      () =>
        federation({
          status: 400,
          body: { error: 'unauthorized_client', error_description: 'rejected by the attribute condition' },
        }),
      'Google sign-in',
      /names other AWS roles/,
      /unset LEADSHEET_GOOGLE_AUDIENCE.*--google-setup/,
    ],
    [
      'Drive API off',
      () => at(head, off('Google Drive API')),
      'Google Drive',
      /Google Drive API is switched off/,
      /enable drive.googleapis.com/,
    ],
    [
      'Sheets API off',
      () => at(head, user, off('Google Sheets API')),
      'Spreadsheet',
      /Google Sheets API is switched off/,
      /enable sheets.googleapis.com/,
    ],
    [
      'may read only',
      () => at(head, user, BOOK, file({ capabilities: { canEdit: false } }), off('')),
      'Shared as Editor',
      /may read.* but not write/,
      /Editor/,
    ],
    [
      'in the trash',
      () => at(head, user, BOOK, file({ trashed: true }), off('')),
      'Shared as Editor',
      /in the trash/,
      /Restore it/,
    ],
    [
      'not seen by Drive',
      () => at(head, user, BOOK, googleError(404, 'NOT_FOUND', 'File not found')),
      'Shared as Editor',
      /does not see/,
      /Editor/,
    ],
    [
      'Drive out of quota',
      () => at(head, googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded')),
      'Google Drive',
      /quota/,
      /Wait a minute/,
    ],
  ];
  test.each(CAUSES)('%s', (...cause) => alsoThis(cause));

  const at = async (...answers: readonly Answer[]) => ({ env: { [ENV.sheetsRootUrl]: await scripted(...answers) } });

  function noCredentials(): Situation {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/nowhere/key.json');
    return { env: { [ENV.sheetsToken]: '' } };
  }

  async function federation(answer: Answer): Promise<Situation> {
    const aws = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
    return {
      env: {
        ...aws,
        [ENV.sheetsToken]: '',
        [ENV.googleAudience]: AUDIENCE,
        [ENV.googleAuthUrl]: await scripted(answer),
      },
    };
  }
});

describe('the machine and AWS', () => {
  const CAUSES: readonly Cause[] = [
    [
      'a clock that is off',
      () => ({ now: () => Date.now() + 600_000 }),
      'Clock',
      /10 minutes ahead/,
      /set its clock from the network/,
    ],
    [
      'no network',
      () => ({ env: { [ENV.sheetsRootUrl]: 'http://127.0.0.1:9/' } }),
      'Network',
      /does not answer/,
      /proxy/,
    ],
    [
      'a table that is not there',
      () => ({ env: { [ENV.table]: 'nowhere' } }),
      'Table',
      /no table nowhere/,
      /LEADSHEET_TABLE.*cdk deploy LeadsheetState/,
    ],
    [
      'a table of others',
      () => foreignTable(),
      'Table',
      /keys id \(S, HASH\); Leadsheet needs pk \(S, HASH\) and sk/,
      /another program/,
    ],
    [
      'a wrong setting',
      () => ({ env: { [ENV.dynamodbEndpoint]: 'ftp://here' } }),
      'Deployment',
      /LEADSHEET_DYNAMODB_ENDPOINT/,
      /docs\/deploy.md/,
    ],
  ];
  test.each(CAUSES)('%s', (...cause) => alsoThis(cause));

  async function foreignTable(): Promise<Situation> {
    const client = new DynamoDBClient({ endpoint: service().env[ENV.dynamodbEndpoint] ?? '' });
    await client.send(
      new CreateTableCommand({
        TableName: 'others',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
    client.destroy();
    return { env: { [ENV.table]: 'others' } };
  }
});
