import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_ASSETS } from '../../local/package/page-assets.ts';
import { command } from './cli/command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'leadsheet-package-'));
/** Where npm would put it: below node_modules, where Node runs no TypeScript, and with nothing beside it. */
const installed = path.join(folder, 'node_modules', 'leadsheet');
const program = path.join(installed, 'dist', 'leadsheet.js');
const ended: Promise<unknown>[] = [];

interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const about = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as PackageJson; // ours

beforeAll(() => {
  execFileSync(process.execPath, ['local/package/build.ts', path.join(installed, 'dist')], { cwd: ROOT });
  cpSync(path.join(ROOT, 'package.json'), path.join(installed, 'package.json'));
});
afterAll(async () => {
  await Promise.all(ended);
  rmSync(folder, { recursive: true, force: true });
});

describe('the package', () => {
  it('needs nothing installed beside it, and names files that are there', () => {
    expect(about.dependencies ?? {}).toEqual({});
    expect(about.files).toContain('dist');
    const named = [...Object.values(about.bin), ...JSON.stringify(about.exports).matchAll(/\.\/(dist\/[^"]+)/g)].map(
      (file) => (typeof file === 'string' ? file : (file[1] ?? '')),
    );
    expect(named.filter((file) => !existsSync(path.join(installed, file)))).toEqual([]);
    expect(readFileSync(path.join(installed, 'dist', 'LICENCES.txt'), 'utf8')).toMatch(/^echarts \d/m);
  });

  it('helps', async () => {
    const { code, out } = await command(['--help'], program).ended;
    expect(code).toBe(0);
    for (const name of ['demo', 'run', 'sync', 'sheets-server'])
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect((await command(['sheets-server', '--help'], program).ended).out).toMatch(/--fault <fault>/);
  });

  it('serves Sheets and its page', async () => {
    const file = path.join(folder, 'book.csv');
    writeFileSync(file, 'Name\nAnn\n');
    const server = command(['sheets-server', file, '--port', '0'], program);
    ended.push(server.ended);
    try {
      const rootUrl = await server.listening();
      const api = sheets({ version: 'v4', rootUrl, retry: false });
      const { data } = await api.spreadsheets.values.get({ spreadsheetId: 'book', range: 'book!A2' });
      expect(data.values).toEqual([['Ann']]);
      expect(await (await fetch(new URL('/w/book', rootUrl))).text()).toContain('/page/page.js');
      for (const [name, type] of PAGE_ASSETS) {
        const asset = await fetch(new URL(`/page/${name}`, rootUrl));
        expect([asset.status, asset.headers.get('content-type')]).toEqual([200, type]);
        expect((await asset.text()).length).toBeGreaterThan(1000);
      }
      expect((await fetch(new URL('/page/none.js', rootUrl))).status).toBe(404);
    } finally {
      server.process.kill('SIGTERM');
    }
    expect((await server.ended).code).toBe(0);
  });

  it('runs the whole service, with the one package that npm brings', async () => {
    symlinkSync(path.join(ROOT, 'node_modules', 'dynalite'), path.join(folder, 'node_modules', 'dynalite'));
    const args = ['demo', '--once', '--port', '0', '--data', path.join(folder, 'kept')];
    const { code, out, err } = await command(args, program).ended;
    expect([code, err.match(/not a constructor|Cannot find/)]).toEqual([0, null]);
    expect(out).toMatch(/Closing ratio, prospect to close/);
  });

  it('can be imported by a test, with its types', () => {
    const test = `
      import { startSheetsServer, type SheetsServer } from 'leadsheet/sheets-server';
      const server: SheetsServer = await startSheetsServer();
      server.addWorkbook({ id: 'b', title: 'B', locale: 'en_GB', timeZone: 'Etc/UTC', tabs: [{ title: 'T', rows: [['x']] }] });
      console.log(server.workbook('b').sheetByTitle('T')?.cells.value(0, 0));
      await server.close();`;
    writeFileSync(path.join(folder, 'a.test.ts'), test);
    const config = {
      module: 'nodenext',
      target: 'es2024',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    };
    symlinkSync(path.join(ROOT, 'node_modules', '@types'), path.join(folder, 'node_modules', '@types'));
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: config, files: ['a.test.ts'] }),
    );
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).toBe('');
    expect(execFileSync(process.execPath, ['a.test.ts'], { cwd: folder, encoding: 'utf8' })).toBe('x\n');
  });
});
