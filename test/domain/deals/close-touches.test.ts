import { describe, expect, test } from 'vitest';
import { BEGIN, events, W } from '../../support/one-deal.ts';
import { Items, readRollup, rollUp, row } from '../../support/trees.ts';

describe('touches of Close rows', () => {
  test.each([
    ['the booking is a touch, its invoice and payment are not', ['1 Booked 5', '1 Invoiced 5', '1 Paid 5'], 1],
    ['an invoice that is the close is a touch', ['1 Invoiced 5', '1 Paid 5'], 1],
    ['each Lost is a selling row', ['1 Attempt', '1.1 Lost', '1.2 Lost'], 3],
    ['a Lost after the close too', ['1 Booked 5', '1.1 Lost'], 2],
    ['renewed, cancelled and refunded are none', ['1 Booked 5', '1.1 Cancelled', '1.2 Refunded', '1.3 Renewed 5'], 1],
  ])('%s', async (_, lines, touches) => {
    const items = new Items();
    const { root } = await rollUp(items, [BEGIN, ...events(lines)]);
    expect((await readRollup(items, root)).figures(W[1] ?? '')).toMatchObject({ touches, msis: touches });
  });

  test('Count multiplies them as it does all touches, and never the close', async () => {
    const items = new Items();
    const { root } = await rollUp(items, [BEGIN, row(W[1] ?? '', 'Ana', 'Acme', 'Close', 'Booked', { count: 3 })]);
    expect((await readRollup(items, root)).figures(W[1] ?? '')).toEqual({ rows: 1, touches: 3, msis: 3, closes: 1 });
  });
});
