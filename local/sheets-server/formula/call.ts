import type { Range } from '../range.ts';
import { eachFilled, matrixOf, scalarOf } from './areas.ts';
import { outcome } from './broadcast.ts';
import { type Place, toBoolean, toNumber, toText } from './coerce.ts';
import { Failure, isError, isMatrix, isRange, type Matrix, type Operand, type Scalar, sound } from './scalar.ts';
import type { Cells, Scope } from './scope.ts';
import type { Node } from './syntax.ts';

export interface FunctionSpec {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly run: (call: Call) => Operand;
  /** Takes single values: within ARRAYFORMULA it is applied to each cell. */
  readonly lifts?: boolean;
  /** Its arguments are computed as within ARRAYFORMULA. */
  readonly array?: boolean;
}

/** A function takes single values. `most` defaults to `fewest`. */
export const lifted = (fewest: number, most: number, run: FunctionSpec['run']): FunctionSpec => ({
  arity: [fewest, most],
  run,
  lifts: true,
});

/** A function that takes ranges or looks at its arguments itself. */
export const whole = (fewest: number, most: number, run: FunctionSpec['run']): FunctionSpec => ({
  arity: [fewest, most],
  run,
});

/** A function that works on arrays. */
export const arrayed = (fewest: number, most: number, run: FunctionSpec['run']): FunctionSpec => ({
  arity: [fewest, most],
  run,
  array: true,
});

export type FunctionGroup = Readonly<Record<string, FunctionSpec>>;

/** One call of a function. Arguments are computed when they are asked for, counted from 0; errors in them are thrown on. */
export class Call {
  readonly name: string;
  readonly args: readonly Node[];
  readonly scope: Scope;
  private readonly compute: (node: Node, scope: Scope) => Operand;

  constructor(name: string, args: readonly Node[], scope: Scope, compute: (node: Node, scope: Scope) => Operand) {
    this.name = name;
    this.args = args;
    this.scope = scope;
    this.compute = compute;
  }

  get count(): number {
    return this.args.length;
  }

  get cells(): Cells {
    return this.scope.cells;
  }

  get locale(): string {
    return this.cells.workbook.state.locale;
  }

  /** Whether an argument was given and not left out. */
  has(index: number): boolean {
    const node = this.args[index];
    return node !== undefined && node.kind !== 'missing';
  }

  /** May be an error value, a range or an array. */
  operand(index: number): Operand {
    const node = this.args[index];
    return node === undefined ? undefined : this.compute(node, this.scope);
  }

  /** A single value, an error as the value that it is. */
  attempt(index: number): Scalar {
    return outcome(() => scalarOf(this.operand(index), this.scope));
  }

  scalar(index: number): Exclude<Scalar, Failure['value']> {
    return sound(scalarOf(this.operand(index), this.scope));
  }

  number(index: number, otherwise?: number): number {
    if (otherwise !== undefined && !this.has(index)) return otherwise;
    return toNumber(this.scalar(index), this.place(index));
  }

  /** Cut off at the point. */
  integer(index: number, otherwise?: number): number {
    return Math.trunc(this.number(index, otherwise));
  }

  text(index: number, otherwise?: string): string {
    if (otherwise !== undefined && !this.has(index)) return otherwise;
    return toText(this.scalar(index), this.locale);
  }

  boolean(index: number, otherwise?: boolean): boolean {
    if (otherwise !== undefined && !this.has(index)) return otherwise;
    return toBoolean(this.scalar(index), this.place(index));
  }

  range(index: number): Range {
    const operand = this.operand(index);
    if (isRange(operand)) return operand;
    if (isError(operand)) throw new Failure(operand.error, operand.message);
    throw new Failure('#N/A', 'Argument must be a range.');
  }

  matrix(index: number): Matrix {
    return matrixOf(this.cells, this.operand(index));
  }

  /** Every value of arguments from `index` on that is not empty. `direct`: it stands in the formula itself, not in a range or array. */
  each(index: number, visit: (value: Exclude<Scalar, undefined>, direct: boolean, position: number) => void): void {
    for (let at = index; at < this.args.length; at += 1) {
      const operand = this.operand(at);
      if (isRange(operand)) eachFilled(this.cells, operand, (value) => visit(value, false, at));
      else if (isMatrix(operand)) {
        for (const row of operand) for (const value of row) if (value !== undefined) visit(value, false, at);
      } else if (operand !== undefined) visit(operand, true, at);
    }
  }

  place(index: number): Place {
    return { name: this.name, position: index + 1, locale: this.locale };
  }

  fail(error: string, message: string): never {
    throw new Failure(error, message);
  }
}
