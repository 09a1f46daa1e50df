import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { workDaysOf } from '../../../lambdas/domain/days/work-days.ts';

describe('work days', () => {
  test.each<[Cell, string | undefined]>([
    [undefined, '12345'],
    ['Mon-Fri', '12345'],
    ['Mon-Thu', '1234'],
    ['mon – thu', '1234'],
    ['Mon—Thu', '1234'],
    ['Monday to Friday', '12345'],
    ['Monday through Thursday', '1234'],
    ['Mon, Wed, Fri', '135'],
    ['Mon Wed Fri', '135'],
    ['Mon; Wed & Fri', '135'],
    ['Mon, Tue and Thu', '124'],
    ['Mo/Tu/We', '123'],
    ['Tues, Thurs', '24'],
    ['Mondays', '1'],
    ['Mon., Tue.', '12'],
    ['MON', '1'],
    ['Fri-Mon', '0156'],
    ['Sat-Sun', '06'],
    ['Sun-Sat', '0123456'],
    ['Mon-Tue, Thu-Fri', '1245'],
    ['Mon, Mon', '1'],
    ['5', '12345'],
    [5, '12345'],
    [4, '1234'],
    [7, '0123456'],
    ['0', undefined],
    ['8', undefined],
    ['x', undefined],
    ['-', undefined],
    ['Mon-', undefined],
    ['Mon-Wed-Fri', undefined],
    ['Mon-Xyz', undefined],
    ['money', undefined],
    ['we work', undefined],
    ['M', undefined],
    [46027, undefined],
    ['constructor', undefined],
  ])('%j', (cell, expected) => {
    expect(workDaysOf(cell)?.join('')).toBe(expected);
  });
});
