import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { afternoonZone } from '../support/afternoon.ts';
import { ACCOUNT, type Cloud, eventually, hurry, MENU, reportOf, startCloud, weekOf } from '../support/cloud.ts';

const found = inject('awsEmulator');

/** Spreadsheet ids as Google makes them. */
const EUROPE = '1europeTeamSpreadsheet-000000000000000000001';
const ASIA = '1asiaTeamSpreadsheet-00000000000000000000002';
const LATER = '1notSharedYetSpreadsheet-000000000000000003';

const today = new Date().toISOString().slice(0, 10);
const EMPTY = { locale: 'en_GB', timeZone: afternoonZone(), tabs: [{ title: 'Sheet1', rows: [] }] };

describe.skipIf('missing' in found)('a deployment', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    if ('missing' in found) return;
    cloud = await startCloud(found.program);
  }, 180_000);
  afterAll(() => cloud?.close(), 60_000);

  /** As reps do: below what is there. */
  const type = (workbook: string, row: number, ...rows: (string | number)[][]) =>
    cloud.google.typeInto(workbook, `Activity!A${row}`, rows);
  const ok = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await cloud.command(...args);
    if (code !== 0) throw new Error(`leadsheet ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };

  test('a spreadsheet is set up and registered, rows are typed, the clock ticks: the report stands', async () => {
    cloud.google.addWorkbook({ ...EMPTY, id: EUROPE, title: 'Europe' });
    await ok('init', EUROPE);
    expect(await ok('register', EUROPE)).toContain('"Europe"');
    type(EUROPE, 2, [today, 'Ana', 'Acme', 'Attempt to connect', 'Spoke'], [today, 'Ana', 'Birch', 'Ask', 'Sent']);
    // By the clock itself, which is deployed at one tick a minute.
    await eventually(100, () => expect(weekOf(cloud.google, EUROPE, 'Ana')).toMatchObject({ Attempts: 1, Asks: 1 }));
    expect(await ok('list')).toMatch(/Europe\n {2}\S+ {2}as \S+: reports stand/);
  }, 150_000);

  test('an edit flows into the report with the next tick; then a tick asks Drive once, and that is all', async () => {
    type(EUROPE, 4, [today, 'Ana', 'Cedar', 'Attempt to connect', 'Spoke']);
    await cloud.tick();
    await eventually(60, () => expect(weekOf(cloud.google, EUROPE, 'Ana')).toMatchObject({ Attempts: 2, Asks: 1 }));
    // What we wrote ourselves is looked at once more before it is quiet.
    await eventually(60, async () => {
      cloud.google.calls.length = 0;
      await cloud.tick();
      await sleep(2_000);
      expect(cloud.google.calls.map(({ operation }) => operation)).toEqual(['drive.changes.list']);
    });
  }, 120_000);

  test('a second team, without a deployment', async () => {
    cloud.google.addWorkbook({ ...EMPTY, id: ASIA, title: 'Asia' });
    await ok('init', ASIA);
    await ok('register', ASIA);
    type(ASIA, 2, [today, 'Ben', 'Dune', 'Opportunity', 'Spoke']);
    await cloud.tick();
    await eventually(60, () => expect(weekOf(cloud.google, ASIA, 'Ben')).toMatchObject({ Opportunities: 1 }));
    expect(() => weekOf(cloud.google, ASIA, 'Ana')).toThrow();
  }, 90_000);

  test('a workbook that fails ends among the dead letters while the others go on; mended, redrive brings it back', async () => {
    await hurry(cloud.sqs, cloud.outputs.ingestQueue);
    expect((await cloud.command('register', LATER)).code).toBe(0);
    await cloud.tick();
    type(ASIA, 3, [today, 'Ben', 'Elm', 'Opportunity', 'Spoke']);
    await cloud.tick();
    await eventually(60, () => expect(weekOf(cloud.google, ASIA, 'Ben')).toMatchObject({ Opportunities: 2 }));
    await eventually(60, async () => expect(await waiting(cloud, cloud.outputs.ingestDeadLetters)).toBeGreaterThan(0));

    cloud.google.addWorkbook({ ...EMPTY, id: LATER, title: 'Later' });
    await ok('init', LATER);
    type(LATER, 2, [today, 'Cas', 'Fir', 'Ask', 'Sent']);
    expect(await ok('redrive')).toContain(`ingest: ${LATER}`);
    await eventually(60, () => expect(weekOf(cloud.google, LATER, 'Cas')).toMatchObject({ Asks: 1 }));
    expect(await waiting(cloud, cloud.outputs.ingestDeadLetters)).toBe(0);
  }, 240_000);

  test('the address behind the menu of the sheet is there, and lets no stranger in', async () => {
    const unsigned = ['{"alg":"none"}', '{"email":"ana@example.com"}'].map((part) =>
      Buffer.from(part).toString('base64url'),
    );
    for (const token of ['', 'a.b.c', `${unsigned.join('.')}.`]) {
      expect(await cloud.syncNow(EUROPE, token)).toMatchObject({ status: 401, body: { message: expect.any(String) } });
    }
  }, 60_000);

  test('whoever may ask from the menu has the workbook looked at, though the clock hears of nothing', async () => {
    const unheard = { answer: 403, times: Number.POSITIVE_INFINITY } as const;
    cloud.google.faults.next({ ...unheard, match: ({ operation }) => operation === 'drive.changes.list' });
    type(EUROPE, 5, [today, 'Ana', 'Elder', 'Attempt to connect', 'Spoke']);
    const token = cloud.signIn.identity('ana@example.com', MENU);
    expect(await cloud.syncNow(EUROPE, token)).toMatchObject({ status: 202 });
    await eventually(60, () => expect(weekOf(cloud.google, EUROPE, 'Ana')).toMatchObject({ Attempts: 3 }));
    expect(await cloud.syncNow(EUROPE, token)).toMatchObject({ status: 409 });
    cloud.google.faults.clear();
  }, 90_000);

  test('doctor names the federation that refuses the functions, and sees when it is mended', async () => {
    const atGoogle = async () => {
      const { stdout } = await cloud.command('doctor', EUROPE, '--json');
      const { findings } = JSON.parse(stdout) as { findings: { name: string; status: string }[] }; // as doctor writes it
      return findings.find(({ name }) => name === 'Functions at Google');
    };
    cloud.signIn.exchange = {
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        error: 'unauthorized_client',
        error_description: 'The given credential is rejected by the attribute condition.',
      }),
    };
    expect(await atGoogle()).toMatchObject({
      status: 'failed',
      said: expect.stringMatching(
        `^As ${ACCOUNT}: Google's federation did not let the AWS role in.*names other AWS roles`,
      ),
      cure: expect.stringContaining('the names of the roles in the condition'),
    });
    cloud.signIn.exchange = undefined;
    expect(await atGoogle()).toMatchObject({ status: 'ok', said: `Google lets them in as ${ACCOUNT}` });
  }, 60_000);

  test('what is taken away leaves the table and the reports', async () => {
    await ok('unregister', ASIA);
    await cloud.aws.cdk('destroy', 'LeadsheetPipeline', '--force');
    expect(reportOf(cloud.google, EUROPE, 'Week').length).toBeGreaterThan(2);
    const { code, stderr } = await cloud.command('list');
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no stack') });
    const kept = await cloud.commandIn({ [ENV.table]: cloud.outputs.table }, 'list');
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nEurope\n.*\n2 workbooks/) });
  }, 90_000);
});

async function waiting({ sqs }: Cloud, queueUrl: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
}
