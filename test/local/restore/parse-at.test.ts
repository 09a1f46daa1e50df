import { describe, expect, test } from 'vitest';
import { parseAt } from '../../../local/restore/parse-at.ts';

const iso = (text: string, zone = 'Europe/Amsterdam'): string => new Date(parseAt(text, zone)).toISOString();

describe('a time in the zone of the workbook', () => {
  test.each([
    ['2026-11-20 14:00', '2026-11-20T13:00:59.999Z'],
    ['2026-11-20T14:00:12', '2026-11-20T13:00:12.999Z'],
    ['2026-11-20', '2026-11-20T22:59:59.999Z'],
    ['2026-11-20T14:00Z', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20T14:00:30+01:00', '2026-11-20T13:00:30.000Z'],
  ])('%s', (text, instant) => expect(iso(text)).toBe(instant));

  test('on the day on which the clock is set', () => {
    expect(iso('2026-10-25')).toBe('2026-10-25T22:59:59.999Z');
    expect(iso('2026-03-29 02:30')).toBe('2026-03-29T01:30:59.999Z');
  });
});

test.each(['', 'yesterday', '20/11/2026', '2026-02-30', '2026-11-20 24:00', '2026-11-20 12:60', '2026-11-20T99:99Z'])(
  '%j says what to write',
  (text) => expect(() => parseAt(text, 'Etc/UTC')).toThrow(/write 2026-11-20 14:00/),
);
