import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type TableDescription,
  type TimeToLiveDescription,
} from '@aws-sdk/client-dynamodb';
import { ENV, TABLE_KEYS } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { type Finding, failed, ok, wordsOf } from './finding.ts';

const NAME = 'Table';
const DEPLOY = 'deploy it with "npx cdk deploy LeadsheetState"';

/** The table is there, with the keys that the code writes. */
export async function checkTable(env: Environment): Promise<Finding> {
  const table = env[ENV.table] ?? '';
  const endpoint = env[ENV.dynamodbEndpoint];
  const client = new DynamoDBClient({ maxAttempts: 2, ...(endpoint && { endpoint }) });
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    // The table of a local service need not forget: nothing is claimed there.
    if (endpoint) return judgeTable(table, Table, undefined);
    const { TimeToLiveDescription: expiry } = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
    return judgeTable(table, Table, expiry);
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      return failed(
        NAME,
        `There is no table ${table} in this AWS account and region.`,
        `Check ${ENV.table}, AWS_REGION and AWS_PROFILE, or ${DEPLOY}.`,
      );
    return failed(
      NAME,
      `The table ${table} could not be looked at (${wordsOf(error)}).`,
      'Check the credentials and the region; they must be allowed dynamodb:DescribeTable and DescribeTimeToLive.',
    );
  } finally {
    client.destroy();
  }
}

/** `expiry`: absent where it does not matter. */
export function judgeTable(
  name: string,
  table: TableDescription | undefined,
  expiry: TimeToLiveDescription | undefined,
): Finding {
  const typed = new Map(
    table?.AttributeDefinitions?.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]),
  );
  const keys = (table?.KeySchema ?? []).map(
    ({ AttributeName, KeyType }) => `${AttributeName} (${typed.get(AttributeName)}, ${KeyType})`,
  );
  const wanted = [`${TABLE_KEYS.partition} (S, HASH)`, `${TABLE_KEYS.sort} (S, RANGE)`];
  if (keys.join() !== wanted.join())
    return failed(
      NAME,
      `The table ${name} has the keys ${keys.join(' and ') || 'of nothing'}; Leadsheet needs ${wanted.join(' and ')}.`,
      `It is another program's table: name the right one in ${ENV.table}, or ${DEPLOY}.`,
    );
  if (table?.TableStatus !== 'ACTIVE' && table?.TableStatus !== 'UPDATING')
    return failed(
      NAME,
      `The table ${name} is ${table?.TableStatus ?? 'in no known state'}.`,
      'Wait until it is ACTIVE, and look again.',
    );
  if (
    expiry?.TimeToLiveStatus?.startsWith('DISABL') ||
    (expiry?.AttributeName ?? TABLE_KEYS.expires) !== TABLE_KEYS.expires
  )
    return failed(
      NAME,
      `The table ${name} does not delete what has expired.`,
      `Switch its time to live on, by the attribute ${TABLE_KEYS.expires}: ${DEPLOY}.`,
    );
  return ok(NAME, name);
}
