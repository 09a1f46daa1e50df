import { InvalidArgumentError } from 'commander';
import type { AsOf } from '../lambdas/domain/days/as-of.ts';
import { dayOfIso } from '../lambdas/domain/days/day.ts';

/** `--as-of 2012-03-14`: the end of that day. */
export function parseAsOf(text: string): AsOf {
  const day = dayOfIso(text);
  if (day === undefined) throw new InvalidArgumentError('Give a date such as 2026-11-16.');
  return { day, minute: 1440 };
}
