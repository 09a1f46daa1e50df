import { expect } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { Items, readRollup, rollUp, row, withSettings } from './trees.ts';

/** Mondays: w1 ... w16. The data begin half a year before, so that nothing here is an opening deal. */
export const W = Array.from({ length: 17 }, (_, i) =>
  new Date(Date.UTC(2026, 0, 5 + 7 * (i - 1))).toISOString().slice(0, 10),
);
export const BEGIN = row('2025-06-02', 'Zoe', 'First of all', 'Attempt', 'Spoke');

/** `1` = Monday of week 1, `1.2` = its Wednesday, `1.2 14:30`. */
export function date(when: string): string {
  const [day = '', time] = when.split(' ');
  const [week = '1', plus = '0'] = day.split('.');
  const iso = new Date(Date.UTC(2026, 0, 5 + 7 * (Number(week) - 1) + Number(plus))).toISOString().slice(0, 10);
  return time ? `${iso} ${time}` : iso;
}

const CLOSES = ['Booked', 'Invoiced', 'Paid', 'Lost', 'Cancelled', 'Refunded', 'Renewed'];

/** `1 Ask 50`, `1.2 14:30 Booked 1000 Ana;Ben`: events of one deal as rows. Without a rep: Ana. */
export function events(lines: readonly string[]): Cell[][] {
  return lines.map((line) => {
    const [, when = '', what = '', amount, reps] =
      /^(\S+(?: \d\d:\d\d)?) (\S+)(?: (-?\d+|-))?(?: (\S+))?$/.exec(line) ?? [];
    if (what === '') throw new Error(`no event: ${line}`);
    const closing = CLOSES.includes(what);
    const more = amount === undefined || amount === '-' ? {} : { amount: Number(amount) };
    return row(date(when), reps ?? 'Ana', 'Acme', closing ? 'Close' : what, closing ? what : 'Spoke', more);
  });
}

/** The story of one deal, and what comes of it, worked by hand. */
export interface DealCase {
  readonly name: string;
  readonly events: readonly string[];
  readonly settings?: Readonly<Record<string, Cell>>;
  /** Week -> the figures of the deal's Close rows that are not 0; amounts in whole units. A week left out has none. */
  readonly expected: Readonly<Record<number, Readonly<Record<string, number>>>>;
  /** Week of first contact -> cohort, `wonAmount` in whole units. */
  readonly cohorts: Readonly<Record<number, Readonly<Record<string, number>>>>;
  /** Week -> days from first contact to close. */
  readonly days?: Readonly<Record<number, number>>;
}

const COUNTED = ['closes', 'lost', 'cancelled'];
const COHORT = ['deals', 'opportunity', 'ask', 'won', 'lost'];
const MONEY = ['closeAmount', 'bookedAmount', 'invoicedAmount', 'paidAmount', 'cancelledAmount', 'renewedAmount'];

/** What the rollup makes of a deal: as in a case. */
export async function outcome({ events: lines, settings }: Pick<DealCase, 'events' | 'settings'>, rep = 't') {
  const items = new Items();
  const inputs = withSettings(settings ?? {});
  const { root } = await rollUp(items, [BEGIN, ...events(lines)], { inputs });
  const read = await readRollup(items, root);
  const expected: Record<number, Record<string, number>> = {};
  const cohorts: Record<number, Record<string, number>> = {};
  const days: Record<number, number> = {};
  W.forEach((week, i) => {
    if (i === 0) return;
    const figures = Object.entries(read.figures(week, rep))
      .filter(([figure]) => COUNTED.includes(figure) || MONEY.includes(figure))
      .map(([figure, amount]) => [figure, MONEY.includes(figure) ? amount / 100 : amount]);
    if (figures.length > 0) expected[i] = Object.fromEntries(figures);
    const { wonAmount, ...cohort } = read.cohort(week, rep);
    const counts = Object.fromEntries(Object.entries(cohort).filter(([figure]) => COHORT.includes(figure)));
    if (counts.deals) cohorts[i] = { ...counts, ...(wonAmount && { wonAmount: wonAmount / 100 }) };
    const [first, ...others] = read.daysToClose(week);
    expect(others).toEqual([]);
    if (first) days[i] = first[0];
  });
  return { expected, cohorts, days };
}

export const WON = { deals: 1, opportunity: 1, ask: 1, won: 1 };

export async function expectByHand(oneCase: DealCase): Promise<void> {
  const { name: _, events: __, settings: ___, days = {}, ...hand } = oneCase;
  expect(await outcome(oneCase)).toEqual({ ...hand, days });
}
