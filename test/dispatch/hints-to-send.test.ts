import { describe, expect, test } from 'vitest';
import { hintsToSend, type News } from '../../lambdas/dispatch/hints-to-send.ts';
import type { Registration } from '../../lambdas/ports.ts';

const NOW = 1_000_000;
const [A, B] = ['a@example.com', 'b@example.com'];
const book = (workbook: string, account: string, dueAt: number): Registration => ({
  workbook,
  title: workbook,
  account,
  registeredAt: 0,
  dueAt,
});
const LATER = NOW + 1;
const changed = (...files: readonly [string, number][]): News => new Map(files);

describe('who is sent', () => {
  const cases: readonly (readonly [string, readonly Registration[], Record<string, News>, object[], string[]])[] = [
    ['nobody is registered', [], { [A]: changed(['x', 5]) }, [], []],
    ['nothing changed, nothing is due', [book('x', A, LATER)], { [A]: changed() }, [], []],
    [
      'an edit',
      [book('x', A, LATER), book('y', A, LATER)],
      { [A]: changed(['y', 5]) },
      [{ workbook: 'y', account: A, changedAt: 5 }],
      [],
    ],
    [
      'an edit of the first millisecond',
      [book('x', A, LATER)],
      { [A]: changed(['x', 0]) },
      [{ workbook: 'x', account: A, changedAt: 0 }],
      [],
    ],
    ['a file that is not registered', [book('x', A, LATER)], { [A]: changed(['photo', 5]) }, [], []],
    ['due now', [book('x', A, NOW)], { [A]: changed() }, [{ workbook: 'x', account: A }], ['x']],
    ['due long ago', [book('x', A, 0)], { [A]: changed() }, [{ workbook: 'x', account: A }], ['x']],
    [
      'edited and due: one hint, which knows of the edit',
      [book('x', A, NOW)],
      { [A]: changed(['x', 5]) },
      [{ workbook: 'x', account: A, changedAt: 5 }],
      ['x'],
    ],
    [
      'an account that does not know since when: all of its workbooks, none of them due by that',
      [book('x', A, LATER), book('y', A, NOW), book('z', B, LATER)],
      { [A]: 'anything', [B]: changed() },
      [
        { workbook: 'x', account: A },
        { workbook: 'y', account: A },
      ],
      ['y'],
    ],
    [
      'a workbook that another account saw change',
      [book('x', A, LATER), book('y', B, LATER)],
      { [A]: changed(['y', 5]), [B]: changed() },
      [],
      [],
    ],
    [
      'an account that could not be asked: what is due all the same',
      [book('x', A, NOW), book('y', A, LATER), book('z', B, LATER)],
      { [B]: changed(['z', 5]) },
      [
        { workbook: 'x', account: A },
        { workbook: 'z', account: B, changedAt: 5 },
      ],
      ['x'],
    ],
  ];
  test.each(cases)('%s', (_, registered, news, send, due) => {
    expect(hintsToSend(registered, new Map(Object.entries(news)), NOW)).toEqual({ send, due });
  });
});
