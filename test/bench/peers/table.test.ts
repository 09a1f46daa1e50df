import { expect, it } from 'vitest';
import { peersTable } from './table.ts';

it('has a row for each measure, with multiples of ours', () => {
  const table = peersTable({
    'first load, of the fastest': { value: 0.11, unit: 'x' },
    'first load: leadsheet': { value: 25.44, unit: 's' },
    'first load: analyst': { value: 226.4, unit: 's' },
    'unchanged, write units: leadsheet': { value: 0, unit: 'units' },
    'unchanged, write units: analyst': { value: 100_000, unit: 'units' },
    'first load, rows read: analyst': { value: 9.876, unit: 's' },
  });
  expect(table.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
    '| | leadsheet | analyst |',
    expect.stringContaining('---'),
    '| first load, s | 25.4 | 226 (8.9 x) |',
    '| unchanged, write units | 0 | 100,000 |',
    '| first load, rows read, s | | 9.88 |',
  ]);
});
