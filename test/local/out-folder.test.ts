import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportWorkbook } from '../../local/commands/export.ts';
import { run } from '../../local/commands/run.ts';
import { checkOut, writeFiles } from '../../local/out-folder.ts';
import { withFolder } from '../support/e2e-command.ts';

test('a file for --out is refused before the work, by every command that takes it', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'file');
    await writeFile(file, 'kept');
    const refused = `${file} is a file: give a folder to --out.`;
    for (const out of [file, join(file, 'below')]) {
      const options = { out, locale: 'en_US', timeZone: 'UTC', quiet: true };
      await expect(run(join(folder, 'none.csv'), options)).rejects.toThrow(refused);
      await expect(exportWorkbook('book', { out, data: folder })).rejects.toThrow(refused);
    }
    expect(await readdir(folder)).toEqual(['file']);
  }));

test('a folder that is not there is not made by the check', () =>
  withFolder(async (folder) => {
    await checkOut(join(folder, 'a', 'b'));
    expect(await readdir(folder)).toEqual([]);
  }));

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is refused', () =>
  withFolder(async (folder) => {
    await chmod(folder, 0o500);
    await expect(checkOut(join(folder, 'out'))).rejects.toThrow(`${folder} may not be read and written by you`);
    await chmod(folder, 0o700);
  }),
);

test('files are written with the folders they lie in; what the system refuses is said in words', () =>
  withFolder(async (folder) => {
    await writeFiles(join(folder, 'out'), { 'a.csv': 'a', 'tabs/b.csv': 'b' });
    expect(await readFile(join(folder, 'out', 'tabs', 'b.csv'), 'utf8')).toBe('b');
    const file = join(folder, 'out', 'a.csv');
    await expect(writeFiles(file, { 'c.csv': 'c' })).rejects.toThrow(/a\.csv is a file.*: give a folder\.$/);
  }));
