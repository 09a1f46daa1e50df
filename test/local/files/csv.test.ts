import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../local/files/csv.ts';
import { asPlainText, withoutMark } from '../../../local/import/text-mark.ts';
import { typeCell } from '../../../local/import/type-cell.ts';

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

describe('text that a spreadsheet program would run', () => {
  const RUN = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\rx', '\n=1', '＝1+1', ' =1', "'=1", "''@x", '-2+3+cmd|x!A0'];
  test.each(RUN)('carries a mark that the import takes away: %j', (text) => {
    const line = csvOf(['a'], [[text]])
      .slice(2, -1)
      .replace(/^"|"$/g, '')
      .replaceAll('""', '"');
    expect(line.startsWith("'")).toBe(true);
    expect(typeCell(line, 'en_US')).toEqual({ value: text });
  });

  test('numbers and other text carry none', () => {
    expect(csvOf(['a'], [[-5], ['-5'], ['-12.5 %'], ["O'Brien"], ["'quoted'"], ['1 - 2']])).toBe(
      "a\n-5\n-5\n-12.5 %\nO'Brien\n'quoted'\n1 - 2\n",
    );
  });

  test('any text comes back as it was', () => {
    const character = fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', ' ', 'a', '1', '%');
    const text = fc.string({ unit: character, maxLength: 6 });
    fc.assert(fc.property(text, (typed) => (withoutMark(asPlainText(typed)) ?? asPlainText(typed)) === typed));
  });
});
