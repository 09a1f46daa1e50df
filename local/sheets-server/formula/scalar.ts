import type { PlainValue } from '../model/cell.ts';
import type { Range } from '../range.ts';

/** One value. `undefined`: nothing, as of an empty cell. */
export type Scalar = PlainValue | undefined;
export type ErrorValue = Extract<PlainValue, { readonly error: string }>;

/** Rows of equal length. */
export type Matrix = readonly (readonly Scalar[])[];

/** What an expression comes to. A range is not read before somebody needs its cells. */
export type Operand = Scalar | Matrix | Range;

export const isMatrix = (value: Operand): value is Matrix => Array.isArray(value);
export const isRange = (value: Operand): value is Range => typeof value === 'object' && 'sheet' in value;
export const isError = (value: Operand): value is ErrorValue => typeof value === 'object' && 'error' in value;

export const isSingle = (range: Range): boolean =>
  range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1;

/** Thrown: the formula comes to this error, unless IFERROR and the like catch it. No `Error`: a stack trace costs more than a sum. */
export class Failure {
  readonly value: ErrorValue;

  constructor(error: string, message: string) {
    this.value = { error, message };
  }
}

/** Thrown: nobody here can say truthfully what this comes to. */
export class NotComputed {}

/** The value; an error is thrown on. */
export function sound(value: Scalar): Exclude<Scalar, ErrorValue> {
  if (isError(value)) throw new Failure(value.error, value.message);
  return value;
}
