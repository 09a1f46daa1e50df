import { sizeOf } from '../areas.ts';
import { arrayed, type Call, type FunctionGroup, whole } from '../call.ts';
import { sound } from '../scalar.ts';
import { countNumbers, eachNumber, numbersOf, numbersWithText } from './numbers-of.ts';

/** Sums, counts and averages over ranges. */
export const aggregates: FunctionGroup = {
  SUM: whole(1, Infinity, sum),
  AVERAGE: whole(1, Infinity, (call) => mean(call, numbersOf(call))),
  AVERAGEA: whole(1, Infinity, (call) => mean(call, numbersWithText(call))),
  COUNT: whole(1, Infinity, countNumbers),
  COUNTA: whole(1, Infinity, (call) => {
    let count = 0;
    call.each(0, () => {
      count += 1;
    });
    return count;
  }),
  COUNTBLANK: whole(1, Infinity, (call) => {
    let count = 0;
    for (let index = 0; index < call.count; index += 1) {
      const { rows, columns } = sizeOf(call.operand(index));
      count += rows * columns;
    }
    call.each(0, (value) => {
      if (value !== '') count -= 1;
    });
    return count;
  }),
  COUNTUNIQUE: whole(1, Infinity, (call) => {
    const seen = new Set<unknown>();
    call.each(0, (value) => seen.add(sound(value)));
    return seen.size;
  }),
  MIN: whole(1, Infinity, (call) => extreme(call, Math.min)),
  MAX: whole(1, Infinity, (call) => extreme(call, Math.max)),
  MINA: whole(1, Infinity, (call) => least(numbersWithText(call), Math.min)),
  MAXA: whole(1, Infinity, (call) => least(numbersWithText(call), Math.max)),
  MEDIAN: whole(1, Infinity, (call) => {
    const sorted = numbersOf(call).sort((a, b) => a - b);
    const middle = sorted.length / 2;
    const upper = sorted[Math.floor(middle)];
    if (upper === undefined) return call.fail('#NUM!', 'MEDIAN has no valid input data.');
    return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
  }),
  MODE: whole(1, Infinity, (call) => {
    const counts = new Map<number, number>();
    eachNumber(call, 0, (value) => counts.set(value, (counts.get(value) ?? 0) + 1));
    const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
    const found = [...counts].find(([, count]) => count === most)?.[0];
    return found === undefined || most < 2 ? call.fail('#N/A', 'MODE has no repeated value.') : found;
  }),
  PRODUCT: whole(1, Infinity, (call) => {
    const numbers = numbersOf(call);
    return numbers.length === 0 ? 0 : numbers.reduce((product, value) => product * value, 1);
  }),
  SUMSQ: whole(1, Infinity, (call) => {
    let total = 0;
    eachNumber(call, 0, (value) => {
      total += value * value;
    });
    return total;
  }),
  SUMPRODUCT: arrayed(1, Infinity, sumProduct),
};

function sum(call: Call): number {
  let total = 0;
  eachNumber(call, 0, (value) => {
    total += value;
  });
  return total;
}

function mean(call: Call, numbers: readonly number[]): number {
  if (numbers.length === 0)
    return call.fail('#DIV/0!', `Evaluation of function ${call.name} caused a divide by zero error.`);
  return numbers.reduce((total, value) => total + value, 0) / numbers.length;
}

/** 0 when there is no number at all. */
function extreme(call: Call, choose: (a: number, b: number) => number): number {
  let found: number | undefined;
  eachNumber(call, 0, (value) => {
    found = found === undefined ? value : choose(found, value);
  });
  return found ?? 0;
}

const least = (numbers: readonly number[], choose: (a: number, b: number) => number) =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => choose(a, b));

/** What is no number counts as 0. */
function sumProduct(call: Call): number {
  const matrices = call.args.map((_, index) => call.matrix(index));
  const first = matrices[0] ?? [];
  if (matrices.some((matrix) => matrix.length !== first.length || matrix[0]?.length !== first[0]?.length))
    return call.fail('#VALUE!', 'SUMPRODUCT has mismatched range sizes.');
  let total = 0;
  for (let row = 0; row < first.length; row += 1)
    for (let column = 0; column < (first[0]?.length ?? 0); column += 1) {
      let product = 1;
      for (const matrix of matrices) {
        const value = sound(matrix[row]?.[column]);
        product *= typeof value === 'number' ? value : 0;
      }
      total += product;
    }
  return total;
}
