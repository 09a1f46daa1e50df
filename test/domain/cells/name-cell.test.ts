import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { isErrorCell } from '../../../lambdas/domain/cells/error-cell.ts';
import { beginningOf, LONGEST_NAME, nameOf, shortName } from '../../../lambdas/domain/cells/name-cell.ts';

const LONG = `${'long '.repeat(60)}end`;

describe('a name', () => {
  test('of up to 200 characters is itself', () => {
    expect(shortName('x'.repeat(LONGEST_NAME))).toBe('x'.repeat(200));
    expect(nameOf('  Jane   Doe ')).toBe('Jane Doe');
    expect(nameOf(7)).toBe('7');
  });

  test('that is longer is cut and marked, so that two stay two', () => {
    const short = shortName('x'.repeat(201));
    expect(short).toMatch(/^x{180}\.\.\. #[\w-]{8}$/);
    expect(short).toBe(short.toLowerCase());
    expect(shortName(`${'x'.repeat(200)}y`)).not.toBe(short);
    expect(shortName('X'.repeat(201)).toLowerCase()).toBe(short);
    expect(shortName(short)).toBe(short);
  });

  test('is never cut in the middle of a character, nor after a space', () => {
    expect(shortName(`${'x'.repeat(179)}🚀${'y'.repeat(40)}`)).toMatch(/^x{179}\.\.\. #/);
    expect(shortName(`${'x'.repeat(178)}🚀${'y'.repeat(40)}`)).toMatch(/^x{178}🚀\.\.\. #/u);
    expect(shortName(LONG)).toMatch(/^(long ){35}long\.\.\. #/);
    expect(shortName(`🚀${'x'.repeat(300)}`)).toMatch(/^🚀x{178}\.\.\. #/u);
  });
});

test('messages show the first 200 characters of a text', () => {
  expect(beginningOf('x'.repeat(200))).toBe('x'.repeat(200));
  expect(beginningOf('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
});

test.each<[Cell, boolean]>([
  ['#REF!', true],
  [' #DIV/0! ', true],
  ['Loading...', true],
  ['#N/A', true],
  ['#ref', false],
  ['REF!', false],
  ['', false],
  [null, false],
  [undefined, false],
  [0, false],
  [true, false],
])('%j is what a failed formula shows: %s', (cell, failed) => {
  expect(isErrorCell(cell)).toBe(failed);
});
