import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MeterFigure, Seen } from '../../lambdas/ports.ts';
import { newWorkbook, type StoreUnderTest } from './store-under-test.ts';

export function seenContract(under: () => StoreUnderTest): void {
  describe('seen', () => {
    test('the earliest time stays', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      await store.mergeSeen(workbook, new Map<string, Seen>([['a', { x: 5, y: 5 }]]));
      await store.mergeSeen(
        workbook,
        new Map<string, Seen>([
          ['a', { x: 3, y: 9, z: 7 }],
          ['b', { x: 1 }],
        ]),
      );
      expect(await store.readSeen(workbook, ['a', 'b', 'c', 'a'])).toStrictEqual(
        new Map([
          ['a', { x: 3, y: 5, z: 7 }],
          ['b', { x: 1 }],
        ]),
      );
    });

    test('whatever is merged at the same time', async () => {
      const workbook = newWorkbook();
      const merges = Array.from({ length: 8 }, (_, n) => new Map([['day', { [`row${n}`]: n, shared: 100 - n }]]));
      await Promise.all(merges.map((seen) => under().open().mergeSeen(workbook, seen)));
      const all = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`row${n}`, n]));
      expect((await under().open().readSeen(workbook, ['day'])).get('day')).toEqual({ ...all, shared: 93 });
    });

    test('what is known already is not written', async () => {
      const workbook = newWorkbook();
      const seen = new Map([
        ['day', { row: 5 }],
        ['empty', {}],
      ]);
      await under().open().mergeSeen(workbook, seen);
      const meter = { add: (figure: MeterFigure) => expect(figure).not.toBe('dynamodb.writeUnits') };
      await under().open({ meter }).mergeSeen(workbook, seen);
      await under()
        .open({ meter })
        .mergeSeen(workbook, new Map([['day', { row: 6 }]]));
    });

    test('what is dropped is gone, and the rest stays; a later time may come again', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const all = new Map<string, Seen>([
        ['a', { x: 1, y: 2 }],
        ['b', { x: 3 }],
      ]);
      await store.mergeSeen(workbook, all);
      const drop = new Map([
        ['a', ['x', 'never there']],
        ['b', ['x']],
        ['c', ['x']],
      ]);
      await store.dropSeen(workbook, drop);
      await store.dropSeen(workbook, drop);
      expect(await store.readSeen(workbook, ['a', 'b', 'c'])).toStrictEqual(new Map([['a', { y: 2 }]]));
      await store.mergeSeen(workbook, new Map([['b', { x: 9 }]]));
      expect(await store.readSeen(workbook, ['b'])).toStrictEqual(new Map([['b', { x: 9 }]]));
    });

    test('rep-days are any text, rows too', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const repDays = [
        '2026-11-02#Ana',
        '2026-11-02#ana',
        `long ${'é'.repeat(3_000)}`,
        'half \ud83d',
        'half \ud83e',
        '',
      ];
      const seen = new Map(repDays.map((repDay, n): [string, Seen] => [repDay, { [`__proto__${n}`]: n, ü: 1 }]));
      await store.mergeSeen(workbook, seen);
      expect(await store.readSeen(workbook, repDays)).toStrictEqual(seen);
    });

    test('3,000 rows of one rep-day', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const rows = Object.fromEntries(
        Array.from({ length: 3_000 }, (_, n) => [randomBytes(32).toString('hex'), 1_700_000_000_000 + n]),
      );
      await store.mergeSeen(workbook, new Map([['day', rows]]));
      expect((await store.readSeen(workbook, ['day'])).get('day')).toEqual(rows);
    });
  });
}
