import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import dynalite from 'dynalite';
import { expect, test } from 'vitest';
import { compose } from '../../lambdas/runtime/compose.ts';
import { DEMO_WORKBOOK } from '../../local/commands/demo.ts';
import { tabFiles } from '../../local/files/tab-files.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress } from '../../local/progress.ts';
import { randomFrom } from '../../local/sample/random.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import { withFolder } from '../support/e2e-command.ts';
import { heard, startLeadsheet, typeRow } from '../support/kill-process.ts';
import { scale, tally } from '../support/tally.ts';

const ROUNDS = scale(3, 40);
const HEADER = 'Date,Rep,Prospect,Activity,Outcome';
const FIRST = ['Zoë', 'Bo', 'Cy'].flatMap((rep) =>
  Array.from({ length: 60 }, (_, i) => `2026-11-${10 + (i % 9)},${rep},Prospect ${i % 17},Attempt,Spoke`),
);

test('the demo is killed while rows are typed: each row that was answered for is there once', () =>
  withFolder(async (folder) => {
    const { next: random } = randomFrom(6);
    const [file, data] = [join(folder, 'ours.csv'), join(folder, 'data')];
    await writeFile(file, [HEADER, ...FIRST].join('\n'));
    expect(await startLeadsheet('demo', file, '--once', '--data', data, '--port', '0').ended).toBe(0);
    const answered: string[] = [];
    const typed = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const demo = startLeadsheet('demo', '--data', data, '--port', '0');
      // Of three, one is killed while it starts.
      const starting = round % 3 === 1;
      const killed = starting
        ? heard(demo, /Start the embedded/)
            .then(() => sleep(random() * 1500))
            .then(() => demo.kill())
        : undefined;
      const address = await heard(demo, /reports: (http:\/\/[\d.:]+\/)w/);
      if (address === undefined && !starting) throw new Error(`the demo does not start again:\n${demo.said()}`);
      const rows = starting ? 2 : Math.ceil(random() * 25);
      for (let i = 0; address !== undefined && i < rows; i++) {
        const prospect = `Typed ${round}.${i}`;
        typed.add(prospect);
        if (await typeRow(address[1] ?? '', DEMO_WORKBOOK, ['2026-11-18', 'Zoë', prospect, 'Ask', 'Sent']))
          answered.push(prospect);
        await sleep(random() * 150);
      }
      await (killed ?? demo.kill());
      tally('kills', 1);
    }
    expect(await startLeadsheet('demo', '--once', '--data', data, '--port', '0').ended).toBe(0);
    const now = await shownIn(data);
    const counts = new Map<string, number>();
    for (const name of now.book.rows
      .map(([, , prospect]) => String(prospect))
      .filter((text) => text.startsWith('Typed')))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    const lost = answered.filter((prospect) => !counts.has(prospect));
    const doubled = [...counts].filter(([prospect, count]) => count > 1 || !typed.has(prospect));
    expect(answered.length).toBeGreaterThan(0);
    tally('rows lost', lost.length);
    tally('rows doubled', doubled.length);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    expect(now.book.rows.length).toBe(FIRST.length + counts.size);
    expect(now.tabs).toEqual(await shownOf(now.book));
  }));

test('`run --store` is killed at any moment, with one file or another: the next run is that of its file', () =>
  withFolder(async (folder) => {
    const { next: random } = randomFrom(7);
    const [one, other] = [join(folder, 'one.csv'), join(folder, 'other.csv')];
    await writeFile(one, [HEADER, ...FIRST].join('\n'));
    await writeFile(other, [HEADER, ...FIRST.slice(5), '2026-11-18,Bo,Somebody else,Close,Booked'].join('\n'));
    const run = (file: string, store: string, out: string) =>
      startLeadsheet('run', file, '--store', join(folder, store), '--out', join(folder, out), '--as-of', '2026-11-18');
    const begun = performance.now();
    expect(await run(one, 'never-killed', 'expected').ended).toBe(0);
    const took = performance.now() - begun;
    for (let round = 0; round < ROUNDS; round++) {
      const running = run(round % 2 === 0 ? one : other, 'killed', 'out');
      await Promise.race([sleep(took * (0.2 + random() * 0.8)), running.ended]);
      await running.kill();
      tally('kills', 1);
      if (round % 2 === 0) continue;
      const next = run(one, 'killed', 'out');
      expect(await next.ended, next.said()).toBe(0);
      for (const name of ['weekly.csv', 'weekly_team.csv', 'reps.csv', 'closing_ratios.csv', 'problems.csv'])
        expect(await readFile(join(folder, 'out', name), 'utf8')).toBe(
          await readFile(join(folder, 'expected', name), 'utf8'),
        );
    }
  }));

test('killed while it created its table: the next start begins the table anew', () =>
  withFolder(async (folder) => {
    const halfMade = dynalite({ path: join(folder, 'dynamodb'), createTableMs: 3_600_000 });
    await new Promise<void>((resolve) => halfMade.listen(0, '127.0.0.1', resolve));
    const address = halfMade.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { CreateTableCommand, DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await client.send(
      new CreateTableCommand({
        TableName: 'leadsheet',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    client.destroy();
    await new Promise<void>((resolve) => void halfMade.close(() => resolve()));
    expect((await shownIn(folder)).book.rows).toEqual([]);
    tally('kills', 1);
  }));

interface Shown {
  readonly book: Book;
  /** Tabs that are a function of the rows alone. */
  readonly tabs: Readonly<Record<string, string | undefined>>;
}

interface Book {
  readonly locale: string;
  readonly timeZone: string;
  /** Of Activity, below the header, without Check. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a data folder holds, once nothing is left to do. */
async function shownIn(dataDir: string): Promise<Shown> {
  const service = await startLocalService({ dataDir });
  try {
    return await shown(service);
  } finally {
    await service.close();
  }
}

/** What a service shows that never had any other rows and was never killed. */
async function shownOf({ locale, timeZone, rows }: Book): Promise<Shown['tabs']> {
  const service = await startLocalService();
  try {
    const tab = { title: 'Activity', rows: [[...HEADER.split(','), 'Check'], ...rows.map((row) => [...row])] };
    service.sheets.addWorkbook({ id: DEMO_WORKBOOK, title: 'ours', locale, timeZone, tabs: [tab] });
    await runPipeline(compose(service.env), { workbook: DEMO_WORKBOOK }, progress({ quiet: true }));
    return (await shown(service)).tabs;
  } finally {
    await service.close();
  }
}

async function shown({ sheets }: LocalService): Promise<Shown> {
  const range = 'Activity!A2:E?valueRenderOption=UNFORMATTED_VALUE';
  const answer = await fetch(`${sheets.url}v4/spreadsheets/${DEMO_WORKBOOK}/values/${range}`, {
    headers: { authorization: 'Bearer local' },
  });
  if (!answer.ok) return { book: { locale: '', timeZone: '', rows: [] }, tabs: {} };
  const { values = [] } = (await answer.json()) as { values?: Book['rows'] }; // the shape that Sheets documents
  const { locale, timeZone } = sheets.workbook(DEMO_WORKBOOK).state;
  const tabs = await tabFiles(sheets.url, DEMO_WORKBOOK);
  const named = (['Deals', 'Closing ratio', 'Trend'] as const).map((name) => [name, withoutStamp(tabs.get(name))]);
  return { book: { locale, timeZone, rows: values }, tabs: Object.fromEntries(named) };
}

/** The "as of" line names the minute. */
const withoutStamp = (csv: string | undefined): string | undefined => csv?.replace(/As of [^\n"]*/, 'As of now');
