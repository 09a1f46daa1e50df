import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Command, command, type Ended } from './command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sheets-server-cli-'));
const running: Command[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.process.kill('SIGKILL');
    await one.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: string[]): Command {
  const one = command(['sheets-server', ...args]);
  running.push(one);
  return one;
}
const run = (...args: string[]): Promise<Ended> => start(...args).ended;
const file = (name: string, text: string) => {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
};
const read = async (url: string, where: string, token = 'any') => {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(`v4/spreadsheets/${where}`, url), { headers });
  return { status: answer.status, json: (await answer.json()) as { values?: unknown } };
};

describe('sheets-server', () => {
  it('makes a workbook of each file, says where they are, and ends when told to', async () => {
    const data = path.join(folder, 'kept');
    const contacts = file('my contacts.csv', 'Name,Since\nAnn,16/11/2026\n');
    const server = start(contacts, '--locale', 'en_GB', '--data', data);
    const url = await server.listening();
    expect(server.out()).toContain(`my contacts  ${url}w/my-contacts`);
    expect(server.out()).toContain(`Workbooks are kept in ${data}.`);
    const found = await read(url, "my-contacts/values/'my contacts'!A1:B2?valueRenderOption=UNFORMATTED_VALUE");
    expect(found.json.values).toEqual([
      ['Name', 'Since'],
      ['Ann', 46342],
    ]);
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, err: '' });
    expect(existsSync(path.join(data, 'server.lock'))).toBe(false);

    const again = start(contacts, '--data', data);
    await again.listening();
    again.process.kill('SIGINT');
    const { code, err } = await again.ended;
    expect([code, err]).toEqual([0, expect.stringContaining('is not read again')]);
  });

  it('does what its switches say, and lists them', async () => {
    const server = start(
      ...[file('book.csv', 'a,b\n1,2\n'), '--token', 'secret', '--quotas=2,4', '--control'],
      ...['--fault', '503:values.update', '--fault', '500:x1:drive.*', '--fault-seed', '7'],
    );
    const url = await server.listening();
    expect(server.out()).toMatch(
      /Let in: the token given\.\nQuotas a minute: 2 reads .*, 4 for all\.\nFaults: 503:values/,
    );
    expect(server.out()).toContain(`had at ${url}leadsheet/`);
    expect((await read(url, 'book/values/A1', 'other')).status).toBe(401);
    expect([(await read(url, 'book/values/A1', 'secret')).status]).toEqual([200]);
    const calls = (await (await fetch(new URL('leadsheet/calls', url))).json()) as { calls: unknown[] };
    expect(calls.calls).toHaveLength(2);
    const headers = { authorization: 'Bearer secret' };
    const drive = await fetch(new URL('drive/v3/files/book', url), { headers });
    expect(drive.status).toBe(500);
  });
});

describe('wrong use is told, and ends with 2', () => {
  it.each<[string[], RegExp]>([
    [['--port', '99999'], /Give a port from 0 to 65535/],
    [['--fault', '418'], /"418" is no answer of a fault/],
    [['--quotas', 'book.xlsx'], /files stand before --quotas/],
    [['--key', 'no-such-key.json'], /no-such-key.json cannot be read/],
    [['--locale', '!!'], /Give a locale such as/],
  ])('%j', async (args, message) => {
    const { code, err, out } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('what is in the way is told, and ends with 1', () => {
  it('a port that is taken', async () => {
    const url = await start().listening();
    const { port } = new URL(url);
    const { code, err } = await run('--port', port);
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${port} is in use by another program. Give another one, or 0 to take any free one.`,
    ]);
  });

  it('a folder that is none, or that another server uses', async () => {
    const plain = file('plain', 'x');
    expect(await run('--data', plain)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is a file: give a folder/),
    });
    const data = path.join(folder, 'taken');
    const first = start('--data', data);
    await first.listening();
    const { code, err } = await run('--data', data);
    expect([code, err]).toEqual([1, expect.stringContaining(`(process ${first.process.pid})`)]);
    first.process.kill('SIGKILL');
    await first.ended;
    // The lock of a server that was killed is in nobody's way.
    await start('--data', data).listening();
  });

  it('files that cannot be read, or would be one workbook', async () => {
    expect(await run('no-such.csv')).toMatchObject({ code: 1, err: expect.stringContaining('There is no file') });
    const twice = [file('same one.csv', 'a\n1\n'), file('same-one.csv', 'a\n1\n')];
    expect(await run(...twice)).toMatchObject({ code: 1, err: expect.stringContaining('rename one of them') });
    const damaged = path.join(folder, 'damaged');
    const first = start(file('b.csv', 'a\n1\n'), '--data', damaged);
    await first.listening();
    first.process.kill('SIGTERM');
    await first.ended;
    writeFileSync(path.join(damaged, 'b.workbook.json'), '{');
    expect(await run('--data', damaged)).toMatchObject({ code: 1, err: expect.stringContaining('is damaged') });
  });
});
