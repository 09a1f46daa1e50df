import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { parseLocale } from '../../local/locale-option.ts';

test.each(['en_GB', 'en-GB', 'nl_NL', 'nl', 'pt_BR', 'zh_TW', 'es_419', 'no_NO', 'iw_IL'])('%s is a locale', (text) => {
  expect(parseLocale(text)).toBe(text);
});

test.each(['', 'dutch', 'Dutch', 'xx', 'xx_YY', 'en_YY', 'nl_NL.UTF-8', 'C'])('%j is none, with an example', (text) => {
  expect(() => parseLocale(text)).toThrow(new InvalidArgumentError('Give a locale such as en_GB or nl_NL.'));
});
