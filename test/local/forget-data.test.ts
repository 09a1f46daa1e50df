import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetData } from '../../local/forget-data.ts';
import { startLocalService } from '../../local/service.ts';
import { withFolder } from '../support/e2e-command.ts';

test('what a service kept is gone, and what somebody else put there is not', () =>
  withFolder(async (folder) => {
    await (await startLocalService({ dataDir: folder })).close();
    expect((await readdir(folder)).sort()).toEqual(['dynamodb', 'workbooks']);
    await writeFile(join(folder, 'letter.txt'), 'Dear Acme');
    await forgetData(folder);
    expect(await readdir(folder)).toEqual(['letter.txt']);
  }));

test('a folder that is in use is refused, and stays as it is', () =>
  withFolder(async (folder) => {
    const service = await startLocalService({ dataDir: folder });
    try {
      service.sheets.addWorkbook({
        id: 'ours',
        title: 'Ours',
        locale: 'en_GB',
        timeZone: 'UTC',
        tabs: [{ title: 'Activity', rows: [['Date']] }],
      });
      await expect(forgetData(folder)).rejects.toThrow(/in use by another server .* End that one/);
      expect((await readdir(folder)).sort()).toEqual(['dynamodb', 'workbooks']);
      expect(service.sheets.workbook('ours').state.title).toBe('Ours');
    } finally {
      await service.close();
    }
    const again = await startLocalService({ dataDir: folder });
    expect(again.sheets.workbook('ours').state.title).toBe('Ours');
    await again.close();
  }));

test('a folder that is not there, or was never used, is no error', () =>
  withFolder(async (folder) => {
    await forgetData(join(folder, 'nowhere'));
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    await mkdir(join(folder, 'empty'));
    await forgetData(join(folder, 'empty'));
    expect(await readdir(folder)).toEqual(['empty']);
  }));
