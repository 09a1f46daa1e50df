import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExport } from '../../../local/export/read-export.ts';

test('a folder that is no export is said in words', async () => {
  const none = '/no/such/folder';
  await expect(readExport(none)).rejects.toThrow(
    `There is no file ${join(none, 'remembered.json')}. Name the folder that leadsheet export wrote.`,
  );
});
