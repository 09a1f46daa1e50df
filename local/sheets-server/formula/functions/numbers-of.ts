import type { Call } from '../call.ts';
import { numberInText, toNumber } from '../coerce.ts';
import { sound } from '../scalar.ts';

/**
 * The numbers that functions like SUM see: in ranges and arrays those alone, text and booleans are passed over; what
 * stands in the call itself must read as a number.
 */
export function eachNumber(call: Call, index: number, visit: (value: number) => void): void {
  call.each(index, (value, direct, position) => {
    if (typeof value === 'number') visit(value);
    else if (typeof value === 'object') sound(value);
    else if (direct) visit(toNumber(value, call.place(position)));
  });
}

export function numbersOf(call: Call, index = 0): number[] {
  const numbers: number[] = [];
  eachNumber(call, index, (value) => numbers.push(value));
  return numbers;
}

/** As AVERAGEA and the like see them: text in a range is 0, booleans are 0 and 1. */
export function numbersWithText(call: Call): number[] {
  const numbers: number[] = [];
  call.each(0, (value, direct, position) => {
    const plain = sound(value);
    if (typeof plain === 'string' && !direct) numbers.push(0);
    else numbers.push(toNumber(plain, call.place(position)));
  });
  return numbers;
}

/** Numbers as COUNT sees them: errors do not matter, and text counts only when it stands in the call and reads as a number. */
export function countNumbers(call: Call): number {
  let count = 0;
  call.each(0, (value, direct) => {
    if (typeof value === 'number') count += 1;
    else if (direct && typeof value === 'boolean') count += 1;
    else if (direct && typeof value === 'string' && numberInText(value, call.locale) !== undefined) count += 1;
  });
  return count;
}
