import { describe, expect, it } from 'vitest';
import { bookOf } from './evaluated.ts';
import { aggregates } from './tables/aggregates.ts';
import { choices } from './tables/choices.ts';
import { expressions } from './tables/expressions.ts';
import { numbers } from './tables/numbers.ts';
import { texts } from './tables/texts.ts';

const { value } = bookOf();

describe.each(Object.entries({ expressions, aggregates, numbers, choices, texts }))('%s', (_, cases) => {
  it.each(cases)('%s', (formula, expected) => {
    const found = value(formula);
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 9);
    else expect(found).toBe(expected);
  });
});
