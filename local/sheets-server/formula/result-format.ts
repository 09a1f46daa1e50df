import { type JsonObject, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { numberFormatOf } from '../number-format.ts';
import { calculationOf } from './evaluate.ts';
import { parse } from './parse.ts';
import { namedRange, referencedRange } from './references.ts';
import { Failure } from './scalar.ts';
import type { Link, Node } from './syntax.ts';

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

/** Functions that are shown as the first of their arguments that has a format; the number is where they begin. */
const FIRST: Readonly<Record<string, number>> = {
  SUM: 0,
  AVERAGE: 0,
  MIN: 0,
  MAX: 0,
  MEDIAN: 0,
  ABS: 0,
  ROUND: 0,
  ROUNDUP: 0,
  ROUNDDOWN: 0,
  INDEX: 0,
  IFERROR: 0,
  IF: 1,
};

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
  const format = typeof parsed === 'string' ? undefined : new Formats(workbook).of(parsed, sheet, 0);
  findings.set(key, format);
  return format;
}

class Formats {
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  of(node: Node, sheet: Sheet, depth: number): NumberFormat {
    if (depth > DEEPEST) return undefined;
    switch (node.kind) {
      case 'reference':
      case 'name':
        return this.ofCell(node, sheet, depth);
      case 'sign':
        return this.of(node.of, sheet, depth + 1);
      case 'percent':
        return PERCENT;
      case 'chain':
        return this.ofChain(node.first, node.rest, sheet, depth);
      case 'call': {
        const own = OWN[node.name];
        const from = FIRST[node.name];
        if (own !== undefined || from === undefined) return own;
        for (const arg of node.args.slice(from)) {
          const format = this.of(arg, sheet, depth + 1);
          if (format !== undefined) return format;
        }
        return undefined;
      }
      default:
        return undefined;
    }
  }

  /** That of the first cell. */
  private ofCell(node: Node & { kind: 'reference' | 'name' }, own: Sheet, depth: number): NumberFormat {
    try {
      const { sheet, startRow, startColumn } =
        node.kind === 'name'
          ? namedRange(this.workbook, node.name)
          : referencedRange(this.workbook, own, node.title, node.area);
      const format = numberFormatOf(sheet.cells.format(startRow, startColumn));
      const type = stringOf(format.type);
      if (type !== undefined) return type === 'TEXT' ? undefined : format;
      const entered = sheet.cells.value(startRow, startColumn);
      const parsed = isFormula(entered) ? parse(entered.formula) : 'unknown';
      return typeof parsed === 'string' ? undefined : this.of(parsed, sheet, depth + 1);
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  /** A sum is shown as its first part that has a format; days between two dates are a plain number; comparisons and text have none. */
  private ofChain(first: Node, rest: readonly Link[], sheet: Sheet, depth: number): NumberFormat {
    let shown = this.of(first, sheet, depth + 1);
    for (const { operator, operand } of rest) {
      const next = this.of(operand, sheet, depth + 1);
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
