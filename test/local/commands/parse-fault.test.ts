import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../local/commands/parse-fault.ts';
import type { Call } from '../../../local/sheets-server/calls.ts';

const call = (operation: string): Call => ({
  method: 'GET',
  path: '/',
  query: {},
  operation,
  spreadsheetId: 'book',
  kinds: [],
  body: {},
  bodyBytes: 0,
  status: 0,
  responseBytes: 0,
});

describe('a fault of the command line', () => {
  it.each<[string, object]>([
    ['503', { answer: 503, when: 'before', times: Number.POSITIVE_INFINITY }],
    ['503:after:0.05', { answer: 503, when: 'after', probability: 0.05 }],
    ['429:5%:x3', { answer: 429, probability: 0.05, times: 3 }],
    ['slow:2000ms', { answer: 'slow', milliseconds: 2000 }],
    ['rateLimit:drive.*', { answer: 'rateLimit' }],
  ])('%s', (text, fault) => {
    expect(parseFault(text)).toMatchObject({ text, fault });
  });

  it('meets the operations that it names', () => {
    const meets = (text: string, operation: string) => parseFault(text).fault.match?.(call(operation));
    expect(meets('503', 'values.get')).toBe(true);
    expect([meets('503:values.*', 'values.get'), meets('503:values.*', 'spreadsheets.get')]).toEqual([true, false]);
    expect([meets('503:values.get', 'values.get'), meets('503:values.get', 'values.getAll')]).toEqual([true, false]);
  });

  it.each<[string, RegExp]>([
    ['418', /"418" is no answer of a fault: give one of 401, 403/],
    ['', /is no answer/],
    ['503:sometimes', /"sometimes" was not understood/],
    ['503:1.5', /"probability" is a number from 0 to 1/],
    ['503:before:after', /says when twice/],
    ['503:x0', /"x0" was not understood/],
    ['slow:before', /no "before"/],
  ])('%s is refused', (text, message) => {
    expect(() => parseFault(text)).toThrow(message);
  });
});
