import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leadsheet, leadsheetIn, withFolder } from '../support/e2e-command.ts';

const FAILED = 1;
const WRONG_USE = 2;
const NEEDS_ATTENTION = 3;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const GOOD = 'Date,Rep,Prospect,Activity,Outcome\n2026-11-16,Jane,Acme,Ask,Sent\n';

type Bad = readonly [name: string, content: string | Buffer | number, code: number, message: RegExp];

// biome-ignore format: a table
const FILES: Record<string, Bad> = {
  'a picture named .xlsx': ['book.xlsx', PNG, FAILED, /book\.xlsx .*(picture|image).*A \.csv, \.csv\.gz or \.xlsx was expected/i],
  'a file above 50 MB': ['large.csv', 50_000_001, FAILED, /large\.csv.*50 MB/],
  'an empty file': ['empty.csv', '', FAILED, /empty\.csv is empty/],
  'a missing header': ['no-prospect.csv', 'Date,Rep,Activity\n2026-11-16,Jane,Ask\n', NEEDS_ATTENTION, /Nothing was counted\. The tab Activity has no column "Prospect"/],
};

describe('leadsheet run on a file that it cannot use', () => {
  test.each(Object.entries(FILES))(
    '%s: says why, fails, and leaves earlier files alone',
    async (_, [name, content, code, message]) => {
      await withFolder(async (folder) => {
        const out = join(folder, 'out');
        await writeFile(join(folder, 'kept'), '');
        const file = join(folder, name);
        if (typeof content === 'number') await sized(file, content);
        else await writeFile(file, content);
        const ended = await leadsheet('run', file, '--out', out, '--quiet');
        expect(ended.stderr).toMatch(message);
        expect(ended).toMatchObject({ code, stdout: '' });
        expect(ended.stderr).not.toMatch(/\n\s+at /);
        expect(await readdir(folder)).toEqual(['kept', name].sort());
      });
    },
  );

  test('a file that is not there', async () => {
    const ended = await leadsheet('run', '/no/such/file.csv', '--out', 'none');
    expect(ended).toMatchObject({ code: FAILED, stdout: '', stderr: expect.stringMatching(/no\/such\/file\.csv/) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  test('the last good files and the last good store stay when the next file is bad', () =>
    withFolder(async (folder) => {
      const [file, out, store] = ['team.csv', 'out', 'store'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      const again = () => leadsheet('run', file, '--out', out, '--store', store, '--as-of', '2026-11-20', '--quiet');
      await writeFile(file, GOOD);
      expect((await again()).code).toBe(0);
      const files = async () =>
        Promise.all(
          (await readdir(out)).filter((name) => name.includes('.')).map((name) => readFile(join(out, name), 'utf8')),
        );
      const good = await files();
      expect(good.length).toBeGreaterThan(4);
      await writeFile(file, GOOD.replace('Prospect', 'Whom'));
      expect(await again()).toMatchObject({
        code: NEEDS_ATTENTION,
        stderr: expect.stringContaining('no column "Prospect"'),
      });
      expect(await files()).toEqual(good);
      await writeFile(file, `${GOOD}2026-11-17,Jane,Acme,Close,Booked\n`);
      expect((await again()).code).toBe(0);
      expect(await readFile(join(out, 'reps.csv'), 'utf8')).toMatch(/\nJane,2,2,0,0,0,0,1,1,/);
    }));
});

// biome-ignore format: a table
const USES: Record<string, readonly [args: readonly string[], message: RegExp]> = {
  'a date that does not exist': [['run', 'x.csv', '--out', 'x', '--as-of', '2026-02-30'], /--as-of.*Give a date such as 2026-11-16/],
  'a date in another order': [['run', 'x.csv', '--out', 'x', '--as-of', '16/11/2026'], /Give a date such as/],
  'a zone that does not exist': [['run', 'x.csv', '--out', 'x', '--time-zone', 'Europe/Atlantis'], /Give an IANA time zone such as Europe\/Amsterdam/],
  'a locale that does not exist': [['run', 'x.csv', '--out', 'x', '--locale', 'nowhere!'], /Give a locale such as/],
  'no folder': [['run', 'x.csv'], /--out/],
  'no file': [['run', '--out', 'x'], /missing required argument 'file'/],
  'a port beyond the last': [['demo', '--port', '99999'], /Give a port from 0 to 65535/],
  'an option that does not exist': [['demo', '--prot', '1'], /unknown option '--prot'/],
  'a command that does not exist': [['rum'], /unknown command 'rum'/],
};

describe('the command line used wrongly', () => {
  test.each(Object.entries(USES))('%s', async (_, [args, message]) => {
    const ended = await leadsheet(...args);
    expect(ended.stderr).toMatch(message);
    expect(ended).toMatchObject({ code: WRONG_USE, stdout: '' });
  });

  test('without a word of where the table is', async () => {
    const nowhere = { AWS_REGION: '', AWS_DEFAULT_REGION: '', AWS_PROFILE: '', AWS_EC2_METADATA_DISABLED: 'true' };
    const ended = await leadsheetIn(nowhere, 'sync', 'some-spreadsheet');
    expect(ended).toMatchObject({
      code: FAILED,
      stderr: expect.stringMatching(/AWS does not know who asks .*AWS_REGION.*--data/s),
    });
  });
});

/** A file of so many bytes that takes no room on the disk. */
async function sized(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(bytes);
  await file.close();
}
