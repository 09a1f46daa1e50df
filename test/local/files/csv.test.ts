import { expect, test } from 'vitest';
import { csvOf } from '../../../local/files/csv.ts';

test('rows may be longer than the header, as on a report tab whose first row is its title', () => {
  expect(
    csvOf(
      ['Week of Mon'],
      [
        ['Rep', 'MSIs'],
        ['Ana, B', 3],
      ],
    ),
  ).toBe('Week of Mon\nRep,MSIs\n"Ana, B",3\n');
});

test('an absent cell is empty, quotes and line ends are quoted', () => {
  expect(csvOf(['a', 'b', 'c'], [['say "x"', undefined, 'one\ntwo']])).toBe('a,b,c\n"say ""x""",,"one\ntwo"\n');
});
