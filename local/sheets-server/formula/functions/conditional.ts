import { readerOf, sizeOf } from '../areas.ts';
import { type Call, type FunctionGroup, whole } from '../call.ts';
import { isMatrix, isRange, type Operand, type Scalar, sound } from '../scalar.ts';
import { criterion, type Matches } from './criterion.ts';

/** Counts, sums and averages of the cells that meet criteria. */
export const conditional: FunctionGroup = {
  COUNTIF: whole(2, 2, (call) => count(call, pairs(call, 0))),
  COUNTIFS: whole(2, Infinity, (call) => count(call, pairs(call, 0))),
  SUMIF: whole(2, 3, (call) => total(chosen(call, 2, [pair(call, 0)]))),
  SUMIFS: whole(3, Infinity, (call) => total(chosen(call, 0, pairs(call, 1)))),
  AVERAGEIF: whole(2, 3, (call) => mean(call, chosen(call, 2, [pair(call, 0)]))),
  AVERAGEIFS: whole(3, Infinity, (call) => mean(call, chosen(call, 0, pairs(call, 1)))),
  MINIFS: whole(3, Infinity, (call) => least(chosen(call, 0, pairs(call, 1)), Math.min)),
  MAXIFS: whole(3, Infinity, (call) => least(chosen(call, 0, pairs(call, 1)), Math.max)),
};

interface Pair {
  readonly where: Operand;
  readonly matches: Matches;
}

const pair = (call: Call, index: number): Pair => ({
  where: call.operand(index),
  matches: criterion(call.scalar(index + 1), call.locale),
});

/** Range and criterion by turns; all ranges of one size. */
function pairs(call: Call, from: number): Pair[] {
  if ((call.count - from) % 2 !== 0)
    return call.fail('#N/A', `Wrong number of arguments to ${call.name}: every range needs a criterion.`);
  const found: Pair[] = [];
  for (let index = from; index < call.count; index += 2) found.push(pair(call, index));
  const [first] = found;
  const size = sizeOf(from === 0 ? first?.where : call.operand(0));
  for (const { where } of found) {
    const own = sizeOf(where);
    if (own.rows !== size.rows || own.columns !== size.columns)
      return call.fail('#VALUE!', `Array arguments to ${call.name} are of different size.`);
  }
  return found;
}

/** Places that meet every criterion; those after the last written row all hold nothing, and are asked once. */
function eachMatch(call: Call, tests: readonly Pair[], visit: (row: number, column: number) => void): number {
  const { rows, columns } = sizeOf(tests[0]?.where);
  const written = Math.min(rows, Math.max(...tests.map(({ where }) => writtenRows(where))));
  const readers = tests.map(({ where, matches }) => ({ read: readerOf(call.cells, where), matches }));
  const meets = (row: number, column: number) => readers.every(({ read, matches }) => matches(read(row, column)));
  for (let row = 0; row < written; row += 1)
    for (let column = 0; column < columns; column += 1) if (meets(row, column)) visit(row, column);
  const empty = tests.every(({ matches }) => matches(undefined));
  return empty ? (rows - written) * columns : 0;
}

function writtenRows(operand: Operand): number {
  if (isMatrix(operand)) return operand.length;
  return isRange(operand) ? Math.max(0, operand.sheet.cells.length - operand.startRow) : 1;
}

function count(call: Call, tests: readonly Pair[]): number {
  let found = 0;
  return eachMatch(call, tests, () => (found += 1)) + found;
}

/** The numbers at the places that meet the criteria. SUMIF takes as many as its first range has, wherever its other one ends. */
function chosen(call: Call, index: number, tests: readonly Pair[]): number[] {
  const values: Operand = call.has(index) ? call.operand(index) : tests[0]?.where;
  const numbers: number[] = [];
  const read = readerOf(call.cells, values);
  const take = (value: Scalar) => {
    const plain = sound(value);
    if (typeof plain === 'number') numbers.push(plain);
  };
  eachMatch(call, tests, (row, column) => take(read(row, column)));
  return numbers;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);

function mean(call: Call, numbers: readonly number[]): number {
  if (numbers.length === 0)
    return call.fail('#DIV/0!', `Evaluation of function ${call.name} caused a divide by zero error.`);
  return total(numbers) / numbers.length;
}

const least = (numbers: readonly number[], choose: (a: number, b: number) => number) =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => choose(a, b));
