import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import { explain } from '../../local/commands/explain.ts';
import { exportWorkbook } from '../../local/commands/export.ts';
import { init } from '../../local/commands/init.ts';
import { restore } from '../../local/commands/restore.ts';
import { sync } from '../../local/commands/sync.ts';
import { dataOption, withKeptService } from '../../local/kept-service.ts';
import { startLocalService } from '../../local/service.ts';
import { withFolder } from '../support/e2e-command.ts';

const COMMANDS: Readonly<Record<string, (data: string) => Promise<number>>> = {
  export: (data) => exportWorkbook('book', { data, out: join(tmpdir(), 'none') }),
  restore: (data) => restore('book', { data, list: true }),
  explain: (data) => explain('book', { data, figure: 'msis' }),
  sync: (data) => sync('book', { data }),
  init: (data) => init('book', { data, examples: true }),
};

test.each(Object.entries(COMMANDS))('%s makes nothing where nothing is kept, and says so', (_, command) =>
  withFolder(async (folder) => {
    const none = join(folder, 'none');
    await expect(command(none)).rejects.toThrow(`There is no folder ${none}. Give the folder of a demo`);
    expect(existsSync(none)).toBe(false);
    await expect(command(folder)).rejects.toThrow(`${folder} keeps no workbooks.`);
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(command(file)).rejects.toThrow(`${file} is a file, not a folder.`);
    expect(await readdir(folder)).toEqual(['file']);
  }),
);

test('a command that is suggested names the folder, too', () =>
  withFolder(async (folder) => {
    await (await startLocalService({ dataDir: folder })).close();
    const suggested = `leadsheet sync book --data ${folder} reads it.`;
    for (const name of ['export', 'restore']) await expect(COMMANDS[name]?.(folder)).rejects.toThrow(suggested);
    const missing = new MissingItem('book', { area: 'source', digest: 'x' }, 1);
    await expect(withKeptService(folder, () => Promise.reject(missing))).rejects.toThrow(
      new RegExp(`leadsheet sync book --full --data ${folder}$`),
    );
    expect(dataOption('my data')).toBe(' --data "my data"');
  }));
