import { expect, test } from 'vitest';
import { remembered } from '../../../lambdas/domain/cells/remembered.ts';

test('each key is read once, also where nothing was found', () => {
  const read: string[] = [];
  const length = remembered((text: string): number | undefined => {
    read.push(text);
    return text === '' ? undefined : text.length;
  });
  expect(['a', 'bc', '', 'a', 'bc', ''].map(length)).toEqual([1, 2, undefined, 1, 2, undefined]);
  expect(read).toEqual(['a', 'bc', '']);
});
