import { type FormulaCell, isFormula, type PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { isMany, scalarOf } from './areas.ts';
import { outcome } from './broadcast.ts';
import { evaluateNode } from './evaluate-node.ts';
import { parse } from './parse.ts';
import { type ErrorValue, Failure, NotComputed, type Scalar } from './scalar.ts';
import type { Cells } from './scope.ts';
import type { Node } from './syntax.ts';
import { clockSerial } from './wall-clock.ts';

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Thrown: the cell needs itself. Every cell on the way there and back is an error. */
class Circle {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }
}

/** Thrown: the chain of formulas is too long for the stack; this cell has to be computed first. */
class Postponed {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }
}

const CIRCULAR: ErrorValue = {
  error: '#REF!',
  message: 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
};

const RUNNING = Symbol('under way');
const UNKNOWN = Symbol('not computed');
const NOTHING = Symbol('computed, and empty');
type State = PlainValue | typeof RUNNING | typeof UNKNOWN | typeof NOTHING;

/** Expressions within each other before a cell is put off; well below what the stack holds. */
const DEEPEST = 300;
const COLUMNS = 18_278;

/**
 * What the formulas of a workbook come to, each computed once, when somebody asks. Holds as long as the workbook does not
 * change and, when a formula uses the clock, until `expires`.
 */
export class Calculation implements Cells {
  readonly workbook: Workbook;
  readonly findings = new Map<string, unknown>();
  depth = 0;
  /** Milliseconds since 1970; before `made` or from `expires` on it is out of date. */
  readonly made: number;
  expires = Number.POSITIVE_INFINITY;
  private readonly states = new Map<Sheet, Map<number, State>>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
    this.made = workbook.clock();
  }

  /** The value of a cell; `isUnknown` tells when it holds a formula that cannot be computed truthfully. */
  result(sheet: Sheet, row: number, column: number): Scalar | typeof UNKNOWN {
    return this.settle(() => this.value(sheet, row, column));
  }

  /** What a formula would come to in a cell. */
  trial(sheet: Sheet, row: number, column: number, formula: string): Scalar | typeof UNKNOWN {
    return this.settle(() => shown(this.evaluated({ sheet, row, column }, formula)));
  }

  /** What a part of the formula in a cell comes to. */
  part(sheet: Sheet, row: number, column: number, node: Node): Scalar | typeof UNKNOWN {
    const scope = { cells: this, sheet, row, column, array: false };
    return this.settle(() => outcome(() => scalarOf(evaluateNode(node, scope), scope)));
  }

  value(sheet: Sheet, row: number, column: number): Scalar {
    const entered = sheet.cells.value(row, column);
    if (!isFormula(entered)) return entered;
    const place = { sheet, row, column };
    const state = this.stateOf(place) ?? this.compute(place, entered);
    if (state === RUNNING) throw new Circle(place);
    return shown(state);
  }

  now(precision: 'day' | 'second'): number {
    const { serial, next } = clockSerial(this.made, this.workbook.state.timeZone, precision);
    this.expires = Math.min(this.expires, next);
    return serial;
  }

  /** Does the job, and before it the cells that were put off; the stack holds one stretch of a long chain at a time. */
  private settle(job: () => Scalar): Scalar | typeof UNKNOWN {
    const waiting: Place[] = [];
    for (;;) {
      const top = waiting.at(-1);
      try {
        if (top === undefined) return job();
        if (this.stateOf(top) === RUNNING) this.setState(top, undefined);
        this.value(top.sheet, top.row, top.column);
        waiting.pop();
      } catch (error) {
        if (error instanceof Postponed) {
          if (top !== undefined) this.setState(top, RUNNING);
          waiting.push(error.place);
        } else if (error instanceof Circle) this.closeCircle(waiting, error.place);
        else if (!(error instanceof NotComputed)) throw error;
        else if (waiting.pop() === undefined) return UNKNOWN;
      }
    }
  }

  private compute(place: Place, { formula }: FormulaCell): State {
    if (this.depth >= DEEPEST) throw new Postponed(place);
    this.setState(place, RUNNING);
    const { depth } = this;
    this.depth += 1;
    try {
      const state = this.evaluated(place, formula);
      this.setState(place, state);
      return state;
    } catch (error) {
      this.setState(place, error instanceof Circle ? CIRCULAR : undefined);
      if (error instanceof Circle && samePlace(error.place, place)) return CIRCULAR;
      throw error;
    } finally {
      this.depth = depth;
    }
  }

  private evaluated({ sheet, row, column }: Place, formula: string): State {
    const parsed = parse(formula);
    if (parsed === 'unknown') return UNKNOWN;
    if (parsed === 'broken') return { error: '#ERROR!', message: 'Formula parse error.' };
    const scope = { cells: this, sheet, row, column, array: false };
    try {
      const operand = evaluateNode(parsed, scope);
      if (isMany(operand)) return UNKNOWN;
      const value = scalarOf(operand, scope);
      if (typeof value === 'number' && !Number.isFinite(value))
        return { error: '#NUM!', message: 'Result was not a number.' };
      return value ?? NOTHING;
    } catch (error) {
      if (error instanceof Failure) return error.value;
      if (error instanceof NotComputed) return UNKNOWN;
      throw error;
    }
  }

  private stateOf({ sheet, row, column }: Place): State | undefined {
    return this.states.get(sheet)?.get(row * COLUMNS + column);
  }

  private setState({ sheet, row, column }: Place, state: State | undefined): void {
    const states = this.states.get(sheet) ?? new Map<number, State>();
    this.states.set(sheet, states);
    if (state === undefined) states.delete(row * COLUMNS + column);
    else states.set(row * COLUMNS + column, state);
  }

  /** The circle began at a cell that waits: it and all that wait behind it are part of it. */
  private closeCircle(waiting: Place[], start: Place): void {
    for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
      this.setState(top, CIRCULAR);
      if (!samePlace(top, start)) continue;
      waiting.push(top);
      return;
    }
  }
}

function shown(state: State): Scalar {
  if (state === UNKNOWN || state === RUNNING) throw new NotComputed();
  return state === NOTHING ? undefined : state;
}

const samePlace = (a: Place, b: Place) => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

export const isUnknown = (value: unknown): value is typeof UNKNOWN => value === UNKNOWN;
