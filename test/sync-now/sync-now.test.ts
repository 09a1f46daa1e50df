import { beforeEach, describe, expect, test } from 'vitest';
import type { RegistryPort, StageHint } from '../../lambdas/ports.ts';
import type { Identity } from '../../lambdas/sync-now/identity.ts';
import { type SyncNowPorts, syncNow } from '../../lambdas/sync-now/sync-now.ts';
import { plainRegistry } from '../support/plain-registry.ts';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const ACCOUNT = 'leadsheet@project.iam.gserviceaccount.com';
const ALLOWED = ['@example.com'];
const WORKBOOKS = ['one', 'two'];
const rep: Identity = { email: 'rep@example.com', usableUntil: NOW + 3_900_000 };

let now: number;
let sent: StageHint[];
let registry: RegistryPort;
/** What was claimed, and until when. */
let claims: Map<string, number>;
beforeEach(async () => {
  now = NOW;
  sent = [];
  claims = new Map();
  const plain = plainRegistry().open(() => now);
  for (const workbook of WORKBOOKS) await plain.register({ workbook, title: 'Sales', account: ACCOUNT });
  registry = {
    ...plain,
    async claim(key, until) {
      const free = await plain.claim(key, until);
      if (free) claims.set(key, until);
      return free;
    },
  };
});

/** Token `a.b.c` is that of the rep, whatever else is asked. */
const people: Readonly<Record<string, Identity | 'refused' | 'unavailable'>> = {
  'rep.1.s': rep,
  'rep.1.t': rep,
  'rep.2.s': rep,
  'guest.1.s': { ...rep, email: 'guest@elsewhere.test' },
  'late.1.s': 'unavailable',
};
const ports = (): SyncNowPorts => ({
  identity: { verify: async (token) => people[token] ?? 'refused' },
  registry,
  queue: { send: async (message) => void sent.push(message) },
  clock: () => now,
});
const ask = (token: string, workbook = 'one') => syncNow(ports(), { token, workbook }, ALLOWED);
const answerTo = async (token: string, workbook?: string): Promise<string> => (await ask(token, workbook)).answer;

describe('sync-now', () => {
  test('sends a hint with the account of the workbook and the moment', async () => {
    expect(await ask('rep.1.s')).toEqual({
      answer: 'accepted',
      who: expect.stringMatching(/^[0-9a-f]{12}$/),
      workbook: 'one',
    });
    expect(sent).toEqual([{ workbook: 'one', account: ACCOUNT, changedAt: NOW }]);
  });

  const REFUSED = [
    ['an unknown token', 'forged.1.s', 'one', 'no identity'],
    ['Google is away', 'late.1.s', 'one', 'Google unreachable'],
    ['who is not on the list', 'guest.1.s', 'one', 'not allowed'],
    ['who is not on the list asks for a workbook that is not there', 'guest.1.s', 'three', 'not allowed'],
    ['a workbook that is not registered', 'rep.1.s', 'three', 'not registered'],
  ] as const;
  test.each(REFUSED)('%s', async (_, token, workbook, answer) => {
    expect(await answerTo(token, workbook)).toBe(answer);
    expect(sent).toEqual([]);
    expect(claims.size).toBe(0);
  });

  test('a token counts once, for whatever workbook, as long as anybody takes it', async () => {
    expect(await answerTo('rep.1.s')).toBe('accepted');
    now = rep.usableUntil - 1;
    expect(await answerTo('rep.1.s', 'two')).toBe('token used');
    // The same token with its signature spelt in another way.
    expect(await answerTo('rep.1.t', 'two')).toBe('token used');
    expect(sent).toHaveLength(1);
    expect([...claims.values()]).toContain(rep.usableUntil);
  });

  test('a used token does not set off the cooldown', async () => {
    await ask('rep.1.s', 'two');
    expect(await answerTo('rep.1.s', 'one')).toBe('token used');
    expect(await answerTo('rep.2.s', 'one')).toBe('accepted');
  });

  test('a workbook is asked for every 30 seconds at most; another is not held up', async () => {
    expect(await answerTo('rep.1.s')).toBe('accepted');
    now += 29_999;
    expect(await answerTo('rep.2.s')).toBe('too soon');
    expect(sent).toHaveLength(1);
  });

  test('after them it may be asked for again', async () => {
    await ask('rep.1.s');
    now += 30_000;
    expect(await answerTo('rep.2.s')).toBe('accepted');
  });

  test('says nothing of who asked and with what', async () => {
    const said = JSON.stringify(await Promise.all(Object.keys(people).map((token) => ask(token))));
    expect(said).not.toMatch(/example|elsewhere|rep\.|guest/);
    expect([...claims.keys()].join()).not.toMatch(/example|rep\.1/);
  });
});
