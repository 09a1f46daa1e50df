import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegistryPort } from '../../lambdas/ports.ts';
import { newWorkbook } from './store-under-test.ts';

/** A registry under test; every one that it opens shares what is kept. */
export interface RegistryUnderTest {
  open(clock: () => number): RegistryPort;
  close(): Promise<void>;
}

const ACCOUNT = 'robot@project.iam.gserviceaccount.com';
const HOUR = 3_600_000;

/** What every implementation of `RegistryPort` keeps to. */
export function registryContract(name: string, makeRegistry: () => Promise<RegistryUnderTest>): void {
  describe(`registry on ${name}`, () => {
    let made: RegistryUnderTest;
    let registry: RegistryPort;
    let now = 1_000;
    beforeAll(async () => {
      made = await makeRegistry();
      registry = made.open(() => now);
    });
    afterAll(() => made.close());

    test('lists nothing at first', async () => {
      expect(await registry.list()).toEqual([]);
    });

    test('lists and finds what was registered, due at once', async () => {
      const one = `${newWorkbook()}-1`;
      const other = `${one}-2`;
      now = 5_000;
      await registry.register({ workbook: one, title: 'Sales', account: ACCOUNT });
      await registry.register({ workbook: other, title: 'Équipe "Nord"', account: 'b@example.com' });
      const expected = { workbook: one, title: 'Sales', account: ACCOUNT, registeredAt: 5_000, dueAt: 5_000 };
      expect(await registry.find(one)).toEqual(expected);
      expect(await registry.list()).toEqual([
        expected,
        { workbook: other, title: 'Équipe "Nord"', account: 'b@example.com', registeredAt: 5_000, dueAt: 5_000 },
      ]);
      expect(await registry.find(newWorkbook())).toBeUndefined();
    });

    test('registering again replaces title and account, and makes it due again', async () => {
      const workbook = newWorkbook();
      now = 5_000;
      await registry.register({ workbook, title: 'Sales', account: ACCOUNT });
      await registry.noteDue(workbook, 9_000);
      now = 6_000;
      await registry.register({ workbook, title: 'Sales EU', account: 'b@example.com' });
      expect(await registry.find(workbook)).toEqual({
        workbook,
        title: 'Sales EU',
        account: 'b@example.com',
        registeredAt: 5_000,
        dueAt: 6_000,
      });
    });

    test('unregistering takes one away, once', async () => {
      const workbook = newWorkbook();
      await registry.register({ workbook, title: 'Sales', account: ACCOUNT });
      expect(await registry.unregister(workbook)).toBe(true);
      expect(await registry.find(workbook)).toBeUndefined();
      expect(await registry.unregister(workbook)).toBe(false);
    });

    test('notes when a registered workbook is due, and never brings one back', async () => {
      const workbook = newWorkbook();
      await registry.noteDue(workbook, 9_000);
      expect(await registry.find(workbook)).toBeUndefined();
      await registry.register({ workbook, title: 'Sales', account: ACCOUNT });
      await registry.noteDue(workbook, 9_000);
      expect(await registry.find(workbook)).toMatchObject({ title: 'Sales', dueAt: 9_000 });
    });

    test('a due time that is noted on a condition leaves what somebody noted since', async () => {
      const workbook = newWorkbook();
      now = 5_000;
      await registry.register({ workbook, title: 'Sales', account: ACCOUNT });
      await registry.noteDue(workbook, 9_000, 5_000);
      expect(await registry.find(workbook)).toMatchObject({ dueAt: 9_000 });
      now = 6_000;
      await registry.register({ workbook, title: 'Sales', account: ACCOUNT });
      await registry.noteDue(workbook, 12_000, 9_000);
      expect(await registry.find(workbook)).toMatchObject({ dueAt: 6_000 });
      await registry.noteDue(newWorkbook(), 12_000, 9_000);
    });

    test('remembers a page token of each account, and lists none of them', async () => {
      expect(await registry.readPageToken('c@example.com')).toBeUndefined();
      await registry.savePageToken('c@example.com', '17');
      await registry.savePageToken('d@example.com', '4');
      await registry.savePageToken('c@example.com', '18');
      expect(await registry.readPageToken('c@example.com')).toBe('18');
      expect(await registry.readPageToken('d@example.com')).toBe('4');
      expect((await registry.list()).every(({ workbook }) => workbook.startsWith('contract-'))).toBe(true);
    });

    test('gives a claim to the first alone, until its time has passed', async () => {
      const key = newWorkbook();
      now = HOUR;
      expect(await registry.claim(key, 2 * HOUR)).toBe(true);
      expect(await registry.claim(key, 2 * HOUR)).toBe(false);
      expect(await registry.claim(`${key}-other`, 2 * HOUR)).toBe(true);
      now = 2 * HOUR - 1;
      expect(await made.open(() => now).claim(key, 3 * HOUR)).toBe(false);
      now = 2 * HOUR;
      expect(await registry.claim(key, 3 * HOUR)).toBe(true);
      expect(await registry.claim(key, 3 * HOUR)).toBe(false);
    });

    test('of many that claim at once, one gets it', async () => {
      const key = newWorkbook();
      const got = await Promise.all(Array.from({ length: 10 }, () => registry.claim(key, now + HOUR)));
      expect(got.filter(Boolean)).toHaveLength(1);
    });
  });
}
