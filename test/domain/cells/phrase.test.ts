import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerKey, phrase } from '../../../lambdas/domain/cells/phrase.ts';

describe('phrases', () => {
  test.each([
    ['Left  a Message', 'left a message'],
    [' left a\u00a0message\t', 'left a message'],
    ['Left\na message', 'left a message'],
    ['ＬＥＦＴ　Ａ　ＭＥＳＳＡＧＥ', 'left a message'],
    ['\ufb01rst', 'first'],
    ['Ju\u0308rgen', 'jürgen'],
    ['عميل', 'عميل'],
    ['🚀 Rocket', '🚀 rocket'],
    ['', ''],
  ])('%j reads %j', (typed, read) => {
    expect(phrase(typed)).toBe(read);
  });

  test('of a phrase is that phrase, also where lower case composes anew', () => {
    expect(phrase('J\u030c')).toBe('\u01f0');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(phrase(phrase(text))).toBe(phrase(text));
      }),
    );
  });
});

describe('header keys', () => {
  test.each([
    'Next step date',
    'NEXT STEP DATE',
    'next_step_date',
    'next-step-date',
    'Next‑Step – Date',
    ' NextStepDate ',
    'Next step date:',
    'Next step date *',
    'Ｎｅｘｔ　ｓｔｅｐ　ｄａｔｅ',
    '\ufeffNext step\u200b date\u200f',
    'Next\u00a0step\ndate',
  ])('%j is Next step date', (typed) => {
    expect(headerKey(typed)).toBe('nextstepdate');
  });
});
