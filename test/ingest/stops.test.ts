import { describe, expect, test } from 'vitest';
import { someRows } from '../support/ingest-rows.ts';
import { counting } from '../support/intercept.ts';
import { type Service, service, WORKBOOK } from '../support/ports.ts';

const ROWS = someRows(70);
const head = (one: Service) => one.store.table.heads.get(WORKBOOK);

async function settled(tabs = {}): Promise<Service> {
  const one = service(ROWS, tabs);
  await one.settle();
  return one;
}

interface Broken {
  readonly name: string;
  readonly break: (one: Service) => void;
  readonly says: RegExp;
}

const BROKEN: readonly Broken[] = [
  {
    name: 'a missing header',
    break: ({ sheet }) => void sheet.tab('Activity').rows.splice(0, 1, []),
    says: /header|column/,
  },
  {
    name: 'two columns of one meaning',
    break: ({ sheet }) => void (sheet.tab('Activity').rows[0] ?? []).push('Rep'),
    says: /2 columns that mean Rep: B1 "Rep" and O1 "Rep"/,
  },
  { name: 'the tab gone', break: ({ sheet }) => void sheet.tabs.splice(0), says: /no tab named Activity/ },
  {
    name: 'the tab wiped',
    break: ({ sheet }) => void sheet.tab('Activity').rows.splice(0),
    says: /Activity is empty. Restore/,
  },
  {
    name: 'all rows gone',
    break: ({ sheet }) => void sheet.tab('Activity').rows.splice(1),
    says: /All rows of the tab Activity are gone/,
  },
  {
    name: 'many rows of one week gone',
    break: ({ sheet }) => void sheet.tab('Activity').rows.splice(40, 20),
    says: /\d+ of 49 rows of the week of 2026-01-26 are gone/,
  },
  {
    name: 'an unknown zone',
    break: ({ sheet }) => void Object.assign(sheet, { timeZone: 'Mars/Phobos' }),
    says: /time zone "Mars/,
  },
  {
    name: 'an unknown locale',
    break: ({ sheet }) => void Object.assign(sheet, { locale: 'xx_!!' }),
    says: /locale "xx_!!"/,
  },
];

describe('a snapshot that can not be trusted', () => {
  test.each(BROKEN)('$name: the last good root stays, it is said once, mending ends it', async (broken) => {
    const one = await settled();
    const good = head(one);
    const whole = structuredClone(one.sheet.tabs);
    broken.break(one);
    const stopped = await one.ingest();
    expect(stopped).toMatchObject({ status: 'stopped', stop: { message: expect.stringMatching(broken.says) } });
    expect(head(one)).toMatchObject({ source: good?.source, derived: good?.derived, stop: stopped.stop });
    expect((await one.rollup()).status).toBe('unchanged');
    one.now += 60_000;
    const again = counting();
    expect(await one.ingest({}, again)).toMatchObject({ status: 'stopped', stop: stopped.stop ?? {} });
    expect(again.of('swapHead', 'putItems', 'mergeSeen', 'writeColumn')).toBe(0);
    one.sheet.tabs = whole;
    [one.sheet.timeZone, one.sheet.locale] = ['Europe/Amsterdam', 'en_GB'];
    await one.settle();
    expect(head(one)?.stop).toBeUndefined();
    expect(head(one)?.source).toBe(good?.source);
  });

  test('before the first good snapshot: nothing is stored', async () => {
    const one = service([]);
    one.sheet.tab('Activity').rows = [];
    expect(await one.ingest()).toMatchObject({ status: 'stopped' });
    expect(await one.rollup()).toMatchObject({ status: 'nothing' });
  });

  test('a renamed tab is found again', async () => {
    const one = await settled({
      Team: [
        ['Rep', 'Aliases'],
        ['Anna', 'Ana'],
      ],
    });
    one.sheet.tab('Activity').title = 'What we did';
    one.sheet.tab('Team').title = 'People';
    const source = head(one)?.source;
    await one.settle();
    expect(head(one)).toMatchObject({ source });
    expect(head(one)?.stop).toBeUndefined();
  });
});

describe('a settings tab that vanished', () => {
  const TEAM: readonly (readonly string[])[] = [
    ['Rep', 'Aliases'],
    ['Anna', 'Ana'],
    ['Benjamin', 'Ben'],
    ['Cyril', 'Cy'],
  ];
  const drop = ({ sheet }: Service, title: string): void =>
    void sheet.tabs.splice(sheet.tabs.indexOf(sheet.tab(title)), 1);
  const without = (one: Service, change: (rows: unknown[][]) => void): void => change(one.sheet.tab('Team').rows);

  test.each([
    ['deleted', (one: Service) => drop(one, 'Team'), 'The tab Team, which had 3 rows, is gone.'],
    ['wiped', (one: Service) => without(one, (rows) => rows.splice(0)), 'The tab Team, which had 3 rows, is empty.'],
    [
      'emptied below its header',
      (one: Service) => without(one, (rows) => rows.splice(1)),
      'The tab Team, which had 3 rows, has lost all its rows.',
    ],
  ])('%s: the reps keep their names until somebody confirms', async (_, vanish, says) => {
    const one = await settled({ Team: TEAM, Settings: [['Setting', 'Value']] });
    const good = head(one);
    vanish(one);
    const { status, stop } = await one.ingest();
    expect([status, stop?.message.startsWith(says)]).toEqual(['stopped', true]);
    expect(head(one)).toMatchObject({ source: good?.source });
    // Rows are typed meanwhile: the code stays.
    one.sheet.tab('Activity').rows.push([...(ROWS[3] ?? [])]);
    const code = /to (ok-\w+);/.exec((await one.ingest()).stop?.message ?? '')?.[1];
    expect(stop?.message).toContain(`${code};`);
    one.sheet.tab('Settings').rows.push(['Accept removals', code]);
    expect(await one.ingest()).toMatchObject({ status: 'changed' });
    expect(head(one)?.stop).toBeUndefined();
  });

  test('comes back: nothing has happened', async () => {
    const one = await settled({ Team: TEAM });
    const good = head(one);
    const tabs = structuredClone(one.sheet.tabs);
    drop(one, 'Team');
    await one.settle();
    one.sheet.tabs = tabs;
    await one.settle();
    expect(head(one)).toMatchObject({ source: good?.source, derived: { root: good?.derived?.root } });
    expect(head(one)?.stop).toBeUndefined();
  });

  test('beside rows that are gone: one code confirms both', async () => {
    const one = await settled({ Team: TEAM, Settings: [['Setting', 'Value']] });
    drop(one, 'Team');
    one.sheet.tab('Activity').rows.splice(40, 20);
    const { stop } = await one.ingest();
    expect(stop?.message).toMatch(/^\d+ of \d+ rows .* are gone .* The tab Team, which had 3 rows, is gone\. If/);
    one.sheet.tab('Settings').rows.push(['Accept removals', /to (ok-\w+);/.exec(stop?.message ?? '')?.[1]]);
    expect(await one.ingest()).toMatchObject({ status: 'changed', rowsRemoved: 20 });
  });

  test('a row or two are taken out without a question, and tabs without rows may go', async () => {
    const one = await settled({
      Team: TEAM.slice(0, 3),
      Drills: [['Drill', 'Trains']],
      Settings: [['Setting', 'Value']],
    });
    one.sheet.tab('Team').rows.splice(1);
    drop(one, 'Drills');
    expect(await one.ingest()).toMatchObject({ status: 'changed' });
  });
});

describe('rows that were removed on purpose', () => {
  const removed = async (): Promise<Service> => {
    const one = await settled({ Settings: [['Setting', 'Value']] });
    one.sheet.tab('Activity').rows.splice(40, 20);
    return one;
  };
  const codeOf = (message = ''): string => /"Accept removals" on the Settings tab to (\S+);/.exec(message)?.[1] ?? '';
  const rowsOf = (one: Service): number => {
    const source = one.store.table.items.get(WORKBOOK)?.get(`source#${head(one)?.source}`)?.body ?? '{}';
    const months = (JSON.parse(source) as { months: [string, string, number, number][] }).months; // a SourceRoot
    return months.reduce((sum, [, , rows]) => sum + rows, 0);
  };

  test('a request confirms', async () => {
    const one = await removed();
    await one.ingest();
    expect(await one.ingest({ acceptRemovals: true })).toMatchObject({ status: 'changed', rowsRemoved: 20 });
    await one.settle();
    expect([rowsOf(one), head(one)?.stop]).toEqual([50, undefined]);
  });

  test('a request with the code confirms, with another code it does not', async () => {
    const one = await removed();
    const { stop } = await one.ingest();
    expect(await one.ingest({ acceptRemovals: 'wrong' })).toMatchObject({ status: 'stopped' });
    expect(await one.ingest({ acceptRemovals: codeOf(stop?.message) })).toMatchObject({ status: 'changed' });
  });

  test('the setting confirms what it quotes, and not the next removal', async () => {
    const one = await removed();
    const { stop } = await one.ingest();
    one.sheet.tab('Settings').rows.push(['Accept removals', codeOf(stop?.message)]);
    expect(await one.ingest()).toMatchObject({ status: 'changed', rowsRemoved: 20 });
    await one.settle();
    one.sheet.tab('Activity').rows.splice(5, 30);
    expect(await one.ingest()).toMatchObject({ status: 'stopped' });
    expect(rowsOf(one)).toBe(50);
  });

  test('a few rows need no confirmation, and an edit is no removal', async () => {
    const one = await settled();
    const { rows } = one.sheet.tab('Activity');
    rows.splice(40, 9);
    for (const cells of rows.slice(1)) cells[12] = 'a note on every row';
    expect(await one.ingest()).toMatchObject({ status: 'changed', rowsRemoved: 70, rowsAdded: 61 });
  });
});

test('two headers of one meaning on Team stop the sync: aliases would be credited wrongly', async () => {
  const one = service(someRows(20), {
    Team: [
      ['Rep', 'Aliases'],
      ['Ana', 'A'],
    ],
  });
  await one.settle();
  const { source } = one.store.table.heads.get(WORKBOOK) ?? {};
  one.sheet.tab('Team').rows = [
    ['Rep', 'rep', 'Aliases'],
    ['Ana', 'Ana', 'A'],
  ];
  const { status, stop } = await one.ingest();
  expect(status).toBe('stopped');
  expect(stop?.message).toContain('The tab Team has 2 columns that mean Rep');
  expect(one.store.table.heads.get(WORKBOOK)?.source).toBe(source);
});
