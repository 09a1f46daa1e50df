import type { TableGrant } from '../../infra/table-access.ts';
import { TABLE_KEYS } from '../../lambdas/contract.ts';
import { type HttpAnswer, type LocalHttp, localHttp } from './local-http.ts';

/** The parts of a request of DynamoDB that say which partitions it is about; a key is `{ "S": "..." }`. */
interface Asked {
  readonly Key?: Record<string, { readonly S: string }>;
  readonly Item?: Record<string, { readonly S: string }>;
  readonly ExpressionAttributeValues?: Record<string, { readonly S: string }>;
}

/** A server in front of a DynamoDB that refuses, as AWS does, what the grants of a role do not name. */
export const tableGuard = (endpoint: string, grants: readonly TableGrant[]): Promise<LocalHttp> =>
  localHttp(async (request, body) => {
    const target = String(request.headers['x-amz-target']);
    const action = `dynamodb:${target.split('.').at(-1)}`;
    const asked = JSON.parse(body) as Asked; // what the SDK sends
    return isGranted(grants, action, partitionOf(asked)) ? passOn(endpoint, request.headers, body) : refusal(action);
  });

/** Of a batch there is none to tell; no grant that has one is bounded. */
const partitionOf = ({ Key, Item, ExpressionAttributeValues }: Asked): string | undefined =>
  (Key ?? Item)?.[TABLE_KEYS.partition]?.S ?? ExpressionAttributeValues?.[':pk']?.S;

const isGranted = (grants: readonly TableGrant[], action: string, partition: string | undefined): boolean =>
  grants.some(
    ({ actions, partitions }) =>
      actions.includes(action) &&
      (partitions === undefined || (partition !== undefined && partitions.includes(partition))),
  );

async function passOn(endpoint: string, given: NodeJS.Dict<string | string[]>, body: string): Promise<HttpAnswer> {
  const names = ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'];
  const headers = Object.fromEntries(names.map((name) => [name, String(given[name])]));
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  return {
    status: answer.status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: await answer.text(),
  };
}

const refusal = (action: string): HttpAnswer => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({
    __type: 'com.amazon.coral.service#AccessDeniedException',
    message: `not authorized to perform: ${action}`,
  }),
});
