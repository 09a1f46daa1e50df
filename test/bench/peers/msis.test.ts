import { expect, it } from 'vitest';
import { differences, msisOf } from './msis.ts';

it('reads what a script wrote below its header', () => {
  const rows = [
    ['Rep', 'Week', 'MSIs'],
    ['Ada Birch', '2026-11-09', 12],
  ];
  expect([...msisOf(rows)]).toEqual([['Ada Birch 2026-11-09', 12]]);
});

it('finds weeks that differ, also those that only one has', () => {
  const one = new Map([
    ['Ada 2026-11-02', 5],
    ['Ada 2026-11-09', 5],
  ]);
  const other = new Map([
    ['Ada 2026-11-02', 7],
    ['Ben 2026-11-09', 1],
  ]);
  expect(differences(one, other)).toEqual({ weeks: 3, msis: 8 });
  expect(differences(one, one)).toEqual({ weeks: 0, msis: 0 });
});
