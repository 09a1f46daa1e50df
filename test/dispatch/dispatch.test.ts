import { beforeEach, describe, expect, test } from 'vitest';
import { dispatch } from '../../lambdas/dispatch/dispatch.ts';
import { seedsOf } from '../../lambdas/dispatch/seeded.ts';
import type { DrivePort, RegistryPort, StageHint } from '../../lambdas/ports.ts';
import { plainRegistry } from '../support/plain-registry.ts';

const A = 'a@example.com';
const HALF_HOUR = 30 * 60_000;
let now: number;
let registry: RegistryPort;
let sent: StageHint[];
/** What Drive knows: the changes in their order; a page token is the number of them that were read. */
let changes: [file: string, time: number][];
let sendFails: (hint: StageHint) => boolean;

const drive = (): DrivePort => ({
  startPageToken: async () => String(changes.length),
  changesSince: async (token) => ({
    changed: new Map(changes.slice(Number(token))),
    pageToken: String(changes.length),
  }),
});
const tick = (over: Partial<Parameters<typeof dispatch>[0]> = {}) =>
  dispatch({
    registry,
    drive,
    clock: () => now,
    queue: {
      async send(hint) {
        if (sendFails(hint)) throw new Error('the queue is away');
        sent.push(hint);
      },
    },
    ...over,
  });

beforeEach(async () => {
  now = 1_000_000;
  registry = plainRegistry().open(() => now);
  sent = [];
  changes = [];
  sendFails = () => false;
  await registry.register({ workbook: 'x', title: 'X', account: A });
  await registry.register({ workbook: 'y', title: 'Y', account: A });
});

/** The first tick sends all, and nobody is due for half an hour. */
async function started(): Promise<void> {
  expect(await tick()).toEqual({ workbooks: 2, sent: 2, due: 2, failed: [] });
  sent.length = 0;
  now += 60_000;
}

describe('a send that fails', () => {
  test('is not forgotten: the tick fails, and the next one sends it again', async () => {
    await started();
    changes.push(['x', now], ['y', now]);
    sendFails = ({ workbook }) => workbook === 'y';
    await expect(tick()).rejects.toThrow('the queue is away');
    expect(await registry.readPageToken(A)).toBe('0');
    sendFails = () => false;
    sent.length = 0;
    await tick();
    expect(sent.map(({ workbook }) => workbook)).toEqual(['x', 'y']);
    expect(await registry.readPageToken(A)).toBe('2');
  });

  test('what was sent before it is not due again, what was not is', async () => {
    sendFails = ({ workbook }) => workbook === 'y';
    await expect(tick()).rejects.toThrow();
    expect((await registry.list()).map(({ dueAt }) => dueAt)).toEqual([now + HALF_HOUR, now]);
  });

  test('leaves what was due due', async () => {
    sendFails = () => true;
    await expect(tick()).rejects.toThrow();
    expect((await registry.list()).map(({ dueAt }) => dueAt)).toEqual([now, now]);
    expect(await registry.readPageToken(A)).toBeUndefined();
  });
});

test('a crash between sends and notes: sent again, none lost', async () => {
  await started();
  changes.push(['x', now]);
  const savePageToken = async () => {
    throw new Error('the table is away');
  };
  await expect(tick({ registry: { ...registry, savePageToken } })).rejects.toThrow('the table is away');
  expect(sent).toHaveLength(1);
  await tick();
  expect(sent).toEqual(Array(2).fill({ workbook: 'x', account: A, changedAt: now }));
  await tick();
  expect(sent).toHaveLength(2);
});

test('an edit between asking where the list ends and sending is in the next tick', async () => {
  const eager = (): DrivePort => ({
    ...drive(),
    async startPageToken() {
      const token = String(changes.length);
      changes.push(['x', now]);
      return token;
    },
  });
  await tick({ drive: eager });
  sent.length = 0;
  await tick();
  expect(sent).toEqual([{ workbook: 'x', account: A, changedAt: now }]);
});

test('a workbook that is due and never reported is tried again after half an hour, not each minute', async () => {
  await started();
  for (let minute = 1; minute < 29; minute++, now += 60_000) await tick();
  expect(sent).toEqual([]);
  now += 120_000;
  await tick();
  expect(sent.map(({ workbook }) => workbook)).toEqual(['x', 'y']);
  expect((await registry.list()).map(({ dueAt }) => dueAt)).toEqual([now + HALF_HOUR, now + HALF_HOUR]);
});

test('nothing changed: nothing is written', async () => {
  await started();
  const refuse = async () => {
    throw new Error('written');
  };
  const reading = { ...registry, savePageToken: refuse, noteDue: refuse, register: refuse };
  expect(await tick({ registry: reading })).toEqual({ workbooks: 2, sent: 0, due: 0, failed: [] });
});

test('what changed and is not due keeps its time; what is due moves from the time that was known', async () => {
  await started();
  const noted: unknown[][] = [];
  const noteDue: RegistryPort['noteDue'] = async (...given) => void noted.push(given);
  await registry.noteDue('y', now);
  changes.push(['x', now]);
  expect(await tick({ registry: { ...registry, noteDue } })).toMatchObject({ sent: 2, due: 1 });
  expect(noted).toEqual([['y', now + HALF_HOUR, now]]);
});

test('many workbooks are sent ten at a time', async () => {
  for (let n = 0; n < 23; n += 1) await registry.register({ workbook: `w${n}`, title: '', account: A });
  let running = 0;
  let most = 0;
  const queue = {
    async send(hint: StageHint) {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      sent.push(hint);
    },
  };
  expect(await tick({ queue })).toMatchObject({ workbooks: 25, sent: 25 });
  expect(new Set(sent.map(({ workbook }) => workbook)).size).toBe(25);
  expect(most).toBe(10);
});

test('nobody registered: Drive is not asked', async () => {
  await registry.unregister('x');
  await registry.unregister('y');
  const asked = () => {
    throw new Error('asked');
  };
  expect(await tick({ drive: asked })).toEqual({ workbooks: 0, sent: 0, due: 0, failed: [] });
});

test('an account that fails is named, keeps its place, and holds up no other', async () => {
  await started();
  await registry.register({ workbook: 'z', title: 'Z', account: 'b@example.com' });
  await tick();
  sent.length = 0;
  changes.push(['x', now], ['z', now]);
  const error = new Error('not shared');
  const broken = { startPageToken: () => Promise.reject(error), changesSince: () => Promise.reject(error) };
  const half = { drive: (account: string) => (account === A ? broken : drive()) };
  expect(await tick(half)).toMatchObject({ sent: 1, failed: [{ account: A, error }] });
  expect(sent).toEqual([{ workbook: 'z', account: 'b@example.com', changedAt: now }]);
  await tick();
  expect(sent.slice(1)).toEqual([{ workbook: 'x', account: A, changedAt: now }]);
});

describe('a workbook that the deployment was told of', () => {
  const seeds = seedsOf(['seed', 'x'], [A, 'b@example.com']);

  test('is registered by the first tick, as the first account, and sent; one that is known stays as it is', async () => {
    await started();
    expect(await tick({ seeds })).toMatchObject({ workbooks: 3, sent: 1, due: 1 });
    expect(sent).toEqual([{ workbook: 'seed', account: A }]);
    expect(await registry.find('x')).toMatchObject({ title: 'X', dueAt: 1_000_000 + HALF_HOUR });
    sent.length = 0;
    expect(await tick({ seeds })).toMatchObject({ workbooks: 3, sent: 0 });
  });

  test('that are all known cost no second look at the list', async () => {
    let looks = 0;
    const list = () => {
      looks += 1;
      return registry.list();
    };
    await tick({ registry: { ...registry, list }, seeds: seedsOf(['x'], [A]) });
    expect(looks).toBe(1);
  });

  test('waits for an account', async () => {
    expect(seedsOf(['seed'], [A])).toEqual([{ workbook: 'seed', title: 'seed', account: A }]);
    expect(seedsOf(['seed'], [])).toEqual([]);
    expect(await tick({ seeds: seedsOf(['seed'], []) })).toMatchObject({ workbooks: 2 });
  });
});
