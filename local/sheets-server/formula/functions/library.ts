import * as formulajs from '@formulajs/formulajs';
import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { finite } from '../operators.ts';
import { Failure, type Scalar, sound } from '../scalar.ts';
import { numbersOf } from './numbers-of.ts';

type Compute = (...args: readonly never[]) => unknown;

/**
 * Functions whose whole meaning is mathematics, as a library computes them. Those that differ between spreadsheets in what
 * they make of cells are written in the files beside this one.
 */
export const library: FunctionGroup = {
  ...single(1, 1, ['ACOSH', 'ASINH', 'ATANH', 'ACOT', 'COT', 'CSC', 'SEC', 'FACT', 'FACTDOUBLE', 'GAMMALN', 'ERFC']),
  ...single(2, 2, ['COMBIN', 'COMBINA', 'PERMUT', 'BITAND', 'BITOR', 'BITXOR', 'EFFECT', 'NOMINAL']),
  ...single(3, 3, ['SLN', 'RRI', 'PDURATION']),
  ...single(3, 5, ['PMT', 'FV', 'PV', 'NPER']),
  ...single(3, 6, ['RATE']),
  ...single(4, 4, ['SYD']),
  ...single(4, 6, ['IPMT', 'PPMT']),
  ...single(4, 5, ['DB', 'DDB']),
  ...single(6, 6, ['CUMIPMT', 'CUMPRINC']),
  ...list(['GCD', 'LCM', 'GEOMEAN', 'HARMEAN', 'AVEDEV', 'DEVSQ', 'KURT', 'SKEW']),
  ...list(['STDEV', 'STDEV.S'], formulajs.STDEVS, 2),
  ...list(['STDEVP', 'STDEV.P'], formulajs.STDEVP),
  ...list(['VAR', 'VAR.S'], formulajs.VARS, 2),
  ...list(['VARP', 'VAR.P'], formulajs.VARP),
  LARGE: whole(2, 2, (call) => nth(call, (a, b) => b - a)),
  SMALL: whole(2, 2, (call) => nth(call, (a, b) => a - b)),
  ...listAnd(['PERCENTILE', 'PERCENTILE.INC'], formulajs.PERCENTILEINC),
  ...listAnd(['PERCENTILE.EXC'], formulajs.PERCENTILEEXC),
  ...listAnd(['QUARTILE', 'QUARTILE.INC'], formulajs.QUARTILEINC),
  ...listAnd(['QUARTILE.EXC'], formulajs.QUARTILEEXC),
  ...listAnd(['TRIMMEAN'], formulajs.TRIMMEAN),
  ...paired(['CORREL', 'PEARSON'], formulajs.CORREL),
  ...paired(['SLOPE'], formulajs.SLOPE),
  ...paired(['INTERCEPT'], formulajs.INTERCEPT),
  ...paired(['RSQ'], formulajs.RSQ),
  ...paired(['STEYX'], formulajs.STEYX),
  ...paired(['COVAR', 'COVARIANCE.P'], formulajs.COVARIANCEP),
  ...paired(['COVARIANCE.S'], formulajs.COVARIANCES),
  FORECAST: whole(3, 3, (call) => result(call, formulajs.FORECAST, [call.number(0), ...pairsOf(call, 1)])),
  RANK: whole(2, 3, (call) => rank(call)),
  'RANK.EQ': whole(2, 3, (call) => rank(call)),
  NPV: whole(2, Infinity, (call) => result(call, formulajs.NPV, [call.number(0), ...numbersOf(call, 1)])),
  IRR: whole(1, 2, (call) => result(call, formulajs.IRR, [column(call, 0), call.number(1, 0.1)])),
  XNPV: whole(3, 3, (call) => result(call, formulajs.XNPV, [call.number(0), column(call, 1), column(call, 2)])),
  XIRR: whole(2, 3, (call) => result(call, formulajs.XIRR, [column(call, 0), column(call, 1), call.number(2, 0.1)])),
  'NORM.DIST': whole(4, 4, (call) =>
    result(call, formulajs.NORM.DIST, [call.number(0), call.number(1), call.number(2), call.boolean(3)]),
  ),
  'NORM.S.INV': lifted(1, 1, (call) => result(call, formulajs.NORM.S.INV, [call.number(0)])),
  'NORM.INV': lifted(3, 3, (call) =>
    result(call, formulajs.NORM.INV, [call.number(0), call.number(1), call.number(2)]),
  ),
};

/** The result of the library, whose errors are values with the error as their message. */
function result(call: Call, compute: (...args: never[]) => unknown, args: readonly unknown[]): number {
  // The library checks what it is given; its own declarations say `any`.
  const value = (compute as (...args: readonly unknown[]) => unknown)(...args);
  if (typeof value === 'number') return finite(value);
  const error = value instanceof Error && /^#/.test(value.message) ? value.message : '#NUM!';
  throw new Failure(error, `Function ${call.name} has no result for these values.`);
}

function named(name: string): Compute {
  const found: unknown = (formulajs as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`The function library has no ${name}: take it off the list.`);
  return found as Compute;
}

/** Each argument a number; optional ones that are left out stay out. */
function single(fewest: number, most: number, names: readonly string[]): FunctionGroup {
  const spec = (name: string) =>
    lifted(fewest, most, (call) =>
      result(
        call,
        named(name),
        call.args.map((_, index) => (call.has(index) ? call.number(index) : 0)),
      ),
    );
  return Object.fromEntries(names.map((name) => [name, spec(name)]));
}

/** All numbers of the arguments as one list. With fewer than `least` there is no result. */
function list(names: readonly string[], compute?: Compute, least = 1): FunctionGroup {
  const spec = (name: string) =>
    whole(1, Infinity, (call) => {
      const numbers = numbersOf(call);
      if (numbers.length < least)
        return call.fail('#DIV/0!', `Evaluation of function ${call.name} caused a divide by zero error.`);
      return result(
        call,
        compute ?? named(name),
        compute === undefined && /^(GCD|LCM)$/.test(name) ? numbers : [numbers],
      );
    });
  return Object.fromEntries(names.map((name) => [name, spec(name)]));
}

/** A list of numbers and one number. */
function listAnd(names: readonly string[], compute: Compute): FunctionGroup {
  const spec = whole(2, 2, (call) => result(call, compute, [column(call, 0), call.number(1)]));
  return Object.fromEntries(names.map((name) => [name, spec]));
}

/** Two lists of numbers, taken by pairs. */
function paired(names: readonly string[], compute: Compute): FunctionGroup {
  const spec = whole(2, 2, (call) => result(call, compute, pairsOf(call, 0)));
  return Object.fromEntries(names.map((name) => [name, spec]));
}

/** The numbers of one argument. */
const column = (call: Call, index: number): number[] =>
  call
    .matrix(index)
    .flat()
    .map(sound)
    .filter((value) => typeof value === 'number');

/** Places where both hold a number. */
function pairsOf(call: Call, index: number): [number[], number[]] {
  const [left, right] = [call.matrix(index).flat(), call.matrix(index + 1).flat()];
  if (left.length !== right.length) return call.fail('#N/A', `Array arguments to ${call.name} are of different size.`);
  const pairs: [number[], number[]] = [[], []];
  left.forEach((value: Scalar, place) => {
    const [a, b] = [sound(value), sound(right[place])];
    if (typeof a !== 'number' || typeof b !== 'number') return;
    pairs[0].push(a);
    pairs[1].push(b);
  });
  return pairs;
}

/** The number at a place of the sorted list. */
function nth(call: Call, order: (a: number, b: number) => number): number {
  const place = call.integer(1);
  const found = column(call, 0).sort(order)[place - 1];
  return found ?? call.fail('#NUM!', `Function ${call.name} parameter 2 value ${place} is out of range.`);
}

/** Place from the largest, or from the smallest when the third argument is true; equal numbers share the first of their places. */
function rank(call: Call): number {
  const [value, numbers, upwards] = [call.number(0), column(call, 1), call.boolean(2, false)];
  if (!numbers.includes(value)) return call.fail('#N/A', `Value ${value} was not found in the data of ${call.name}.`);
  return 1 + numbers.filter((other) => (upwards ? other < value : other > value)).length;
}
