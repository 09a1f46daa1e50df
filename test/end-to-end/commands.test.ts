import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LEADSHEET, leadsheet, leadsheetIn, withFolder } from '../support/e2e-command.ts';
import { smallSample, TODAY, testService, WORKBOOK } from '../support/e2e-service.ts';
import { storedKeys } from '../support/e2e-store.ts';
import { cellsOf, writesIn } from '../support/e2e-tabs.ts';
import { heard, startLeadsheet } from '../support/kill-process.ts';

const ADDRESS = /The workbook with its reports: (http:\/\/127\.0\.0\.1:\d+\/)w\/leadsheet-demo#gid=\d+\n/;
const FRESH = ['--port', '0'] as const;

describe('leadsheet demo', () => {
  test('without a file: a sample team, a summary and the address', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data');
      const ended = await leadsheet('demo', '--once', '--data', data, ...FRESH);
      expect(ended.code).toBe(0);
      expect(ended.stdout).toMatch(/As of \w{3} \d+ \w{3} \d{4}, \d\d:\d\d \(Europe\/London\)/);
      expect(ended.stdout).toMatch(/rows read: [\d,]+ accepted, [\d,]+ rejected/);
      for (const rep of ['Fred', 'Jane', 'Team']) expect(ended.stdout).toMatch(new RegExp(`^  ${rep} +\\d+`, 'm'));
      expect(ended.stdout).toMatch(/Closing ratio, prospect to close: \d+\.\d %/);
      expect(ended.stdout).toMatch(ADDRESS);
    }));

  test('without a file: a locale or a time zone is refused, since the workbook has its own', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data');
      for (const option of [
        ['--locale', 'nl_NL'],
        ['--time-zone', 'Asia/Tokyo'],
      ])
        expect(await leadsheet('demo', '--once', '--data', data, ...FRESH, ...option)).toMatchObject({
          code: 2,
          stderr: expect.stringContaining('give FILE too'),
        });
      expect(existsSync(data)).toBe(false);
    }));

  test('with a .csv', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'ours.csv');
      await writeFile(file, 'Date,Rep,Account,Type,Result\n2026-11-16,Zoë,Acme,Ask,Sent\n,Zoë,Acme,Ask,Sent\n');
      const ended = await leadsheet('demo', file, '--once', '--data', join(folder, 'data'), ...FRESH);
      expect(ended.code).toBe(0);
      expect(ended.stdout).toContain('2 rows read: 1 accepted, 1 rejected');
      expect(ended.stdout).toMatch(ADDRESS);
    }));

  test('opens the page before the reports; a second one on its folder or port says what to do, and ends', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data');
      const file = join(folder, 'ours.csv');
      await writeFile(file, 'Date,Rep,Prospect,Activity,Outcome\n2026-11-16,Zoë,Acme,Ask,Sent\n');
      const demo = startLeadsheet('demo', file, '--data', data, ...FRESH);
      onTestFinished(() => demo.kill());
      const [, url = ''] = (await heard(demo, ADDRESS)) ?? [];
      const order = ['nothing is sent elsewhere', 'The page is open', '✓ Ingest', 'The workbook with its reports'];
      const places = order.map((text) => demo.said().indexOf(text));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);

      const onFolder = await leadsheet('demo', '--data', data, '--port', '0');
      expect(onFolder).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/is in use by another server.*End that one/),
      });
      const onPort = await leadsheet('demo', '--data', join(folder, 'other'), '--port', new URL(url).port);
      expect(onPort).toMatchObject({ code: 1, stderr: expect.stringMatching(/Port \d+ is in use/) });
    }));

  test('follows what is typed, until it is told to end', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'ours.csv');
      await writeFile(file, 'Date,Rep,Prospect,Activity,Outcome\n2026-11-16,Zoë,Acme,Ask,Sent\n');
      const demo = spawn(process.execPath, [LEADSHEET, 'demo', file, '--data', join(folder, 'data'), ...FRESH]);
      const said = (pattern: RegExp) =>
        new Promise<RegExpExecArray>((resolve) => {
          let text = '';
          for (const stream of [demo.stdout, demo.stderr])
            stream.on('data', (chunk) => {
              text += chunk;
              const found = pattern.exec(text);
              if (found) resolve(found);
            });
        });
      const ended = new Promise((resolve) => demo.on('close', resolve));
      onTestFinished(() => void demo.kill('SIGKILL'));
      const synced = said(/Synced in .*: .*Health.* written/);
      const [, url] = await said(ADDRESS);
      const answer = await fetch(
        `${url}v4/spreadsheets/leadsheet-demo/values/Activity!A3:E3?valueInputOption=USER_ENTERED`,
        {
          method: 'PUT',
          headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
          body: JSON.stringify({ values: [['', 'Zoë', 'Bolt', 'Ask', 'Sent']] }),
        },
      );
      expect(answer.status).toBe(200);
      await synced;
      const health = await fetch(`${url}v4/spreadsheets/leadsheet-demo/values/Health!A1`);
      expect(await health.text()).toContain('1 row of 2');
      demo.kill('SIGTERM');
      expect(await ended).toBe(0);
    }));
});

describe('leadsheet explain', () => {
  test('prints the rows behind a figure, one line each, and they add up', async () => {
    const service = await testService({ book: smallSample(1) });
    try {
      await service.settle();
      const asked = ['explain', WORKBOOK, '--figure', 'MSIs', '--as-of', TODAY];
      const { code, stdout } = await leadsheetIn(service.env, ...asked);
      expect(code).toBe(0);
      const [, total = '', rows = ''] = /^Team, week of [\d-]+: msis (\d+), from (\d+) rows?$/m.exec(stdout) ?? [];
      const lines = stdout.trimEnd().split('\n').slice(1);
      expect(lines).toHaveLength(Number(rows));
      expect(lines.reduce((sum, line) => sum + Number.parseInt(line, 10), 0)).toBe(Number(total));
      expect(Number(total)).toBeGreaterThan(0);

      expect(await leadsheetIn(service.env, 'explain', WORKBOOK, '--figure', 'sales')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('Give one of rows, touches, msis'),
      });
    } finally {
      await service.close();
    }
  });
});

describe('leadsheet sync --dry-run', () => {
  test('says what would change and writes nothing', async () => {
    const service = await testService({ book: smallSample(1) });
    try {
      await service.settle();
      const at = cellsOf(service.server, 'Activity').length + 1;
      service.server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [
        ['16/11/2026', 'Jane', 'Acme', '', 'Ask', 'Proposal sent'],
      ]);
      const state = async () => ({
        sheet: service.server.workbook(WORKBOOK),
        keys: await storedKeys(service.store()),
        head: await service.head(),
      });
      const before = await state();
      const calls = service.server.calls.length;
      const plan = await leadsheetIn(service.env, 'sync', WORKBOOK, '--dry-run', '--as-of', TODAY);
      expect(plan).toMatchObject({
        code: 0,
        stdout: 'Would add 1 row, remove 0, and write 1 Check cell. Nothing was written.\n',
      });
      expect(writesIn(service.server.calls.slice(calls))).toEqual([]);
      expect(await state()).toEqual(before);

      service.server.replaceTab(WORKBOOK, 'Activity', [['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Check']]);
      const refused = await leadsheetIn(service.env, 'sync', WORKBOOK, '--dry-run', '--as-of', TODAY);
      expect(refused).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('All rows of the tab Activity are gone'),
      });
      const { keys, head } = await state();
      expect({ keys, head }).toEqual({ keys: before.keys, head: before.head });
    } finally {
      await service.close();
    }
  });
});

describe('--help', () => {
  test('of the program names every command and the exit codes', async () => {
    const { code, stdout } = await leadsheet('--help');
    expect(code).toBe(0);
    for (const command of ['demo', 'run', 'sync', 'explain', 'sheets-server'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('3 the sheet needs attention and the last good reports stay');
  });

  const OPTIONS = {
    demo: ['--data', '--port', '--fresh', '--once', '--locale', '--time-zone'],
    run: ['--as-of', '--out', '--store', '--quiet', '--locale', '--time-zone'],
    sync: ['--data', '--dry-run', '--accept-removals', '--as-of'],
    explain: ['--figure', '--week', '--rep', '--data', '--as-of'],
    'sheets-server': ['--port', '--data'],
  };
  test.each(Object.entries(OPTIONS))('of %s says what each option does', async (command, options) => {
    const { code, stdout, stderr } = await leadsheet(command, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of options)
      expect(stdout).toMatch(new RegExp(`^  ${option}\\b.* {2,}\\S|^  ${option}\\b.*\\n {4,}\\S`, 'm'));
  });

  test('stands in the manifest as npm start', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest).toMatchObject({
      bin: { leadsheet: 'dist/leadsheet.js' },
      scripts: { start: 'node local/leadsheet.ts demo' },
    });
  });
});
