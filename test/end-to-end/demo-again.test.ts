import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_WORKBOOK } from '../../local/commands/demo.ts';
import { startLocalService } from '../../local/service.ts';
import { leadsheet, withFolder } from '../support/e2e-command.ts';

const HEADER = 'Date,Rep,Prospect,Activity,Outcome';

/** Opens what is kept in the folder; `typed` goes into the second row. */
async function prospects(data: string, typed?: string): Promise<unknown[]> {
  const service = await startLocalService({ dataDir: data });
  try {
    if (typed !== undefined)
      service.sheets.typeInto(DEMO_WORKBOOK, 'Activity!A3', [['2026-11-18', 'Zoë', typed, 'Ask', 'Sent']]);
    const cells = service.sheets.workbook(DEMO_WORKBOOK).sheetByTitle('Activity')?.cells;
    return [1, 2].map((row) => cells?.row(row)?.values[2]);
  } finally {
    await service.close();
  }
}

test('a file that is given again goes on from what was typed; another one is not put in its place unasked', () =>
  withFolder(async (folder) => {
    const [file, data] = [join(folder, 'ours.csv'), join(folder, 'data')];
    const demo = (...more: string[]) => leadsheet('demo', file, '--once', '--port', '0', '--data', data, ...more);
    await writeFile(file, `${HEADER}\n2026-11-17,Zoë,Acme,Ask,Sent\n`);
    // A sample is nobody's work.
    expect((await leadsheet('demo', '--once', '--port', '0', '--data', data)).code).toBe(0);
    expect((await demo()).code).toBe(0);
    expect(await prospects(data, 'Typed since')).toEqual(['Acme', 'Typed since']);

    const again = await demo();
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('made of ours.csv; npm start -- --fresh') });
    expect(await prospects(data)).toEqual(['Acme', 'Typed since']);

    await writeFile(file, `${HEADER}\n2026-11-17,Zoë,Birch,Ask,Sent\n`);
    const other = await demo();
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--fresh deletes that and reads ours.csv'),
    });
    expect(await prospects(data)).toEqual(['Acme', 'Typed since']);
    expect((await demo('--fresh')).code).toBe(0);
    expect(await prospects(data)).toEqual(['Birch', undefined]);
  }));
