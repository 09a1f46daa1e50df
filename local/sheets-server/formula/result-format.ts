import { type JsonObject, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { numberFormatOf } from '../number-format.ts';
import { calculationOf } from './evaluate.ts';
import { parse } from './parse.ts';
import { namedRange, referencedRange } from './references.ts';
import { Failure } from './scalar.ts';
import type { Invocation, Link, Node } from './syntax.ts';

type NumberFormat = JsonObject | undefined;

const DATE: JsonObject = { type: 'DATE' };
const TIME: JsonObject = { type: 'TIME' };
const DATE_TIME: JsonObject = { type: 'DATE_TIME' };
const PERCENT: JsonObject = { type: 'PERCENT' };

/** Functions whose result is shown as a date and the like, whatever they are given. */
const OWN: Readonly<Record<string, JsonObject>> = {
  TODAY: DATE,
  DATE,
  EDATE: DATE,
  EOMONTH: DATE,
  WORKDAY: DATE,
  'WORKDAY.INTL': DATE,
  TO_DATE: DATE,
  NOW: DATE_TIME,
  TIME,
  TO_PERCENT: PERCENT,
};

/** Functions that are shown as the first of their arguments that has a format. */
const FIRST = new Set(['SUM', 'AVERAGE', 'MIN', 'MAX', 'MEDIAN', 'ABS', 'ROUND', 'ROUNDUP', 'ROUNDDOWN', 'INDEX']);

/** References within references before nobody looks further. */
const DEEPEST = 20;

/**
 * The number format that a formula's result is shown in when its cell has none: that of the function, or of the cells that
 * it refers to. Undefined: none. Sheets decides likewise; its exact rules are not published.
 */
export function resultFormat(workbook: Workbook, sheet: Sheet, row: number, column: number): NumberFormat {
  const entered = sheet.cells.value(row, column);
  if (!isFormula(entered)) return undefined;
  const { findings } = calculationOf(workbook);
  const key = `format ${sheet.id} ${row} ${column}`;
  if (findings.has(key)) return findings.get(key) as NumberFormat; // written below
  const parsed = parse(entered.formula);
  const format = typeof parsed === 'string' ? undefined : new Formats(workbook, { sheet, row, column }).of(parsed, 0);
  findings.set(key, format);
  return format;
}

interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

class Formats {
  private readonly workbook: Workbook;
  private readonly place: Place;

  constructor(workbook: Workbook, place: Place) {
    this.workbook = workbook;
    this.place = place;
  }

  of(node: Node | undefined, depth: number): NumberFormat {
    if (node === undefined || depth > DEEPEST) return undefined;
    switch (node.kind) {
      case 'reference':
      case 'name':
        return this.ofCell(node, depth);
      case 'sign':
        return this.of(node.of, depth + 1);
      case 'percent':
        return PERCENT;
      case 'chain':
        return this.ofChain(node.first, node.rest, depth);
      case 'call':
        return this.ofCall(node, depth);
      default:
        return undefined;
    }
  }

  private ofCall({ name, args }: Invocation, depth: number): NumberFormat {
    const [first, second, third] = args;
    if (first !== undefined && (name === 'IF' || name === 'IFERROR')) {
      const { sheet, row, column } = this.place;
      const value = calculationOf(this.workbook).part(sheet, row, column, first);
      if (name === 'IF')
        return this.of(value === true || (typeof value === 'number' && value !== 0) ? second : third, depth + 1);
      return this.of(typeof value === 'object' ? second : first, depth + 1);
    }
    if (!FIRST.has(name)) return OWN[name];
    for (const arg of args) {
      const format = this.of(arg, depth + 1);
      if (format !== undefined) return format;
    }
    return undefined;
  }

  /** That of the first cell. */
  private ofCell(node: Node & { kind: 'reference' | 'name' }, depth: number): NumberFormat {
    try {
      const { sheet, startRow, startColumn } =
        node.kind === 'name'
          ? namedRange(this.workbook, node.name)
          : referencedRange(this.workbook, this.place.sheet, node.title, node.area);
      const format = numberFormatOf(sheet.cells.format(startRow, startColumn));
      const type = stringOf(format.type);
      if (type !== undefined) return type === 'TEXT' ? undefined : format;
      const entered = sheet.cells.value(startRow, startColumn);
      const parsed = isFormula(entered) ? parse(entered.formula) : 'unknown';
      if (typeof parsed === 'string') return undefined;
      return new Formats(this.workbook, { sheet, row: startRow, column: startColumn }).of(parsed, depth + 1);
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  /** A sum is shown as its first part that has a format; days between two dates are a plain number; comparisons and text have none. */
  private ofChain(first: Node, rest: readonly Link[], depth: number): NumberFormat {
    let shown = this.of(first, depth + 1);
    for (const { operator, operand } of rest) {
      const next = this.of(operand, depth + 1);
      if (operator === '+') shown ??= next;
      else if (operator === '-') shown = isDate(shown) && isDate(next) ? undefined : (shown ?? next);
      else if (operator === '*') shown = isDate(shown) || isDate(next) ? undefined : money(shown, next);
      else if (operator === '/') shown = isDate(shown) || next !== undefined ? undefined : shown;
      else return undefined;
    }
    return shown;
  }
}

const isDate = (format: NumberFormat) => /^(DATE|TIME|DATE_TIME)$/.test(stringOf(format?.type) ?? '');

/** Money times a percentage is money. */
function money(left: NumberFormat, right: NumberFormat): NumberFormat {
  if (left === undefined || right === undefined) return left ?? right;
  return left.type === 'PERCENT' ? right : left;
}
