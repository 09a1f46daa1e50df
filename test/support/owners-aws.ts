import { PIPELINE_OUTPUTS } from '../../lambdas/contract.ts';
import { type HttpAnswer, localHttp } from './local-http.ts';

/** AWS for one account with the service in it, as far as the owner's commands ask. */
export interface OwnersAws {
  readonly url: string;
  /** What the stack tells; tests may change it. */
  outputs: Readonly<Record<string, string>>;
  /** Messages by the name of their queue, such as `ingest-dead`. */
  waiting: Readonly<Record<string, number>>;
  /** How Lambda answers who invokes a function. */
  invoked: (name: string, event: string) => HttpAnswer;
  close(): Promise<void>;
}

const TABLE = {
  TableStatus: 'ACTIVE',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
};

export async function startOwnersAws(): Promise<OwnersAws> {
  const { url, close } = await localHttp((request, body) => {
    const invoked = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1];
    if (invoked !== undefined) return aws.invoked(invoked, body);
    return answer(aws, String(request.headers['x-amz-target'] ?? ''), body);
  });
  const aws: OwnersAws = {
    url,
    close,
    waiting: {},
    invoked: () => ({ status: 200, body: '{"accounts": []}' }),
    outputs: {
      [PIPELINE_OUTPUTS.table]: 'State-Table1',
      [PIPELINE_OUTPUTS.ingestQueue]: `${url}/123456789012/ingest.fifo`,
      [PIPELINE_OUTPUTS.ingestDeadLetters]: `${url}/123456789012/ingest-dead.fifo`,
      [PIPELINE_OUTPUTS.dispatchFunction]: 'Pipeline-Dispatch1',
      [PIPELINE_OUTPUTS.ingestRole]: 'arn:aws:iam::123456789012:role/Pipeline-IngestRole-A1',
      [PIPELINE_OUTPUTS.dispatchRole]: 'arn:aws:iam::123456789012:role/service/Pipeline-DispatchRole-B2',
      [PIPELINE_OUTPUTS.reportRole]: 'arn:aws:iam::123456789012:role/Pipeline-ReportRole-C3',
      [PIPELINE_OUTPUTS.serviceAccounts]: 'reports@example.iam.gserviceaccount.com',
    },
  };
  return aws;
}

function answer({ outputs, waiting }: OwnersAws, target: string, body: string): HttpAnswer {
  if (body.includes('Action=GetCallerIdentity'))
    return xml('GetCallerIdentity', '<Arn>arn:aws:iam::123456789012:user/owner</Arn><Account>123456789012</Account>');
  if (body.includes('Action=DescribeStacks')) {
    const told = Object.entries(outputs).map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    const stack = `<StackName>S</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>`;
    return xml('DescribeStacks', `<Stacks><member>${stack}<Outputs>${told.join('')}</Outputs></member></Stacks>`);
  }
  if (target.endsWith('DescribeTable')) return json({ Table: TABLE });
  if (target.endsWith('DescribeTimeToLive'))
    return json({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' } });
  if (target.endsWith('GetQueueAttributes')) {
    const count = Object.entries(waiting).find(([queue]) => body.includes(`/${queue}.fifo`))?.[1] ?? 0;
    return json({ Attributes: { ApproximateNumberOfMessages: String(count) } });
  }
  return json({ Items: [], Count: 0, ScannedCount: 0 });
}

const json = (value: object): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify(value),
});

const xml = (action: string, result: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
});
