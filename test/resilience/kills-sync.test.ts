import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DEMO_WORKBOOK } from '../../local/commands/demo.ts';
import { tabFiles } from '../../local/files/tab-files.ts';
import { randomFrom } from '../../local/sample/random.ts';
import { startLocalService } from '../../local/service.ts';
import { withFolder } from '../support/e2e-command.ts';
import { startLeadsheet } from '../support/kill-process.ts';
import { scale, tally } from '../support/tally.ts';

const ROUNDS = scale(2, 40);
const HEADER = 'Date,Rep,Prospect,Activity,Outcome';
const FIRST = ['Zoë', 'Bo', 'Cy'].flatMap((rep) =>
  Array.from({ length: 40 }, (_, i) => `2026-11-${10 + (i % 9)},${rep},Prospect ${i % 17},Attempt,Spoke`),
);
/** Health counts runs, and two killed ones in a row are made good in one. */
const TABS = ['Week', 'WIP meeting', 'Deals', 'Targets', 'Closing ratio', 'Trend'] as const;
const AS_OF = ['--as-of', '2026-11-18'];

test('`sync --data` is killed at any moment, with other rows each time: a sync after it ends as if none was killed', () =>
  withFolder(async (folder) => {
    const { next: random } = randomFrom(8);
    const file = join(folder, 'ours.csv');
    await writeFile(file, [HEADER, ...FIRST].join('\n'));
    const [killed, calm] = [join(folder, 'killed'), join(folder, 'calm')];
    for (const data of [killed, calm])
      expect(await startLeadsheet('demo', file, '--once', '--data', data, '--port', '0').ended).toBe(0);
    const sync = (data: string) => startLeadsheet('sync', DEMO_WORKBOOK, '--data', data, ...AS_OF);
    // Both decide the agenda of that day from the same rows.
    expect(await sync(killed).ended).toBe(0);
    const begun = performance.now();
    expect(await sync(calm).ended).toBe(0);
    const took = performance.now() - begun;

    for (let round = 0; round < ROUNDS; round++) {
      for (const data of [killed, calm]) await type(data, round);
      const running = sync(killed);
      await Promise.race([sleep(took * (0.2 + random() * 0.8)), running.ended]);
      await running.kill();
      tally('kills', 1);
      // Now and then several are killed in a row.
      if (round % 3 === 1 && round < ROUNDS - 1) continue;
      for (const data of [killed, calm]) {
        const clean = sync(data);
        expect(await clean.ended, clean.said()).toBe(0);
      }
      const [now, expected] = [await shownIn(killed), await shownIn(calm)];
      const [lost, doubled] = [without(expected.rows, now.rows), without(now.rows, expected.rows)];
      tally('rows lost', lost.length);
      tally('rows doubled', doubled.length);
      expect({ round, lost, doubled }).toEqual({ round, lost: [], doubled: [] });
      expect(now.tabs).toEqual(expected.tabs);
    }
  }));

/** Two rows more, one of them other than it was, as people do between two syncs. */
async function type(dataDir: string, round: number): Promise<void> {
  const service = await startLocalService({ dataDir });
  try {
    service.sheets.typeInto(DEMO_WORKBOOK, `Activity!A${FIRST.length + 2 + 2 * round}`, [
      ['2026-11-18', 'Zoë', `Typed ${round}`, 'Ask', 'Sent'],
      ['2026-11-17', 'Bo', `Typed too ${round}`, 'Close', 'Booked'],
    ]);
    service.sheets.typeInto(DEMO_WORKBOOK, `Activity!E${2 + (round % 50)}`, [['Left a message']]);
  } finally {
    await service.close();
  }
}

interface Shown {
  /** What is typed, one text a row. */
  readonly rows: readonly string[];
  readonly tabs: Readonly<Record<string, string | undefined>>;
}

async function shownIn(dataDir: string): Promise<Shown> {
  const service = await startLocalService({ dataDir });
  try {
    const { url } = service.sheets;
    const answer = await fetch(`${url}v4/spreadsheets/${DEMO_WORKBOOK}/values/Activity!A2:E`, {
      headers: { authorization: 'Bearer local' },
    });
    const { values } = (await answer.json()) as { values: string[][] }; // the shape that Sheets documents
    const files = await tabFiles(url, DEMO_WORKBOOK);
    const tabs = TABS.map((name) => [name, files.get(name)?.replace(/As of [^\n"]*/, 'As of then')]);
    return { rows: values.map((row) => row.join()).sort(), tabs: Object.fromEntries(tabs) };
  } finally {
    await service.close();
  }
}

const without = (ones: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return ones.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};
