import type { ValidationOperator } from 'hucre';
import { arrayOf, type Json, type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { Workbook } from '../../model/workbook.ts';
import { parseUserEntered } from '../../parse-user-entered.ts';
import { quoted, ruleFormula } from './formula.ts';
import type { SheetNames } from './sheet-names.ts';

/** What a rule asks of a cell. A comparison is one of numbers or, with `dated`, of days. */
export type Condition =
  | { readonly operator: ValidationOperator; readonly dated: boolean; readonly operands: readonly string[] }
  | { readonly expression: (cell: string) => string };

const COMPARISONS: Readonly<Record<string, ValidationOperator>> = {
  NUMBER_GREATER: 'greaterThan',
  NUMBER_GREATER_THAN_EQ: 'greaterThanOrEqual',
  NUMBER_LESS: 'lessThan',
  NUMBER_LESS_THAN_EQ: 'lessThanOrEqual',
  NUMBER_EQ: 'equal',
  NUMBER_NOT_EQ: 'notEqual',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  DATE_EQ: 'equal',
  DATE_NOT_EQ: 'notEqual',
  DATE_BEFORE: 'lessThan',
  DATE_AFTER: 'greaterThan',
  DATE_ON_OR_BEFORE: 'lessThanOrEqual',
  DATE_ON_OR_AFTER: 'greaterThanOrEqual',
  DATE_BETWEEN: 'between',
  DATE_NOT_BETWEEN: 'notBetween',
};
const SIGNS: Readonly<Partial<Record<ValidationOperator, string>>> = {
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
  equal: '=',
  notEqual: '<>',
};
/**
 * Of a cell and the text that it is held against, both as they stand in a formula. `*`, `?` and `~` mean to `SEARCH`
 * what they mean in Sheets.
 */
const EXPRESSIONS: Readonly<Record<string, (cell: string, text: string) => string>> = {
  TEXT_CONTAINS: (cell, text) => `ISNUMBER(SEARCH(${text},${cell}))`,
  TEXT_NOT_CONTAINS: (cell, text) => `ISERROR(SEARCH(${text},${cell}))`,
  TEXT_STARTS_WITH: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}`,
  TEXT_ENDS_WITH: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}`,
  TEXT_EQ: (cell, text) => `${cell}=${text}`,
  TEXT_NOT_EQ: (cell, text) => `${cell}<>${text}`,
  TEXT_IS_EMAIL: (cell) => `ISNUMBER(MATCH("?*@?*.?*",${cell},0))`,
  DATE_IS_VALID: (cell) => `ISNUMBER(${cell})`,
  BLANK: (cell) => `LEN(${cell})=0`,
  NOT_BLANK: (cell) => `LEN(${cell})>0`,
};
const RELATIVE: Readonly<Record<string, string>> = {
  TODAY: 'TODAY()',
  YESTERDAY: 'TODAY()-1',
  TOMORROW: 'TODAY()+1',
  PAST_WEEK: 'TODAY()-7',
  PAST_MONTH: 'EDATE(TODAY(),-1)',
  PAST_YEAR: 'EDATE(TODAY(),-12)',
};

/** Google's `BooleanCondition`; undefined for one that Excel has no words for. */
export function conditionOf(workbook: Workbook, names: SheetNames, json: JsonObject): Condition | undefined {
  const type = stringOf(json.type) ?? '';
  const values = arrayOf(json.values);
  const first = (stringOf(objectOf(values[0]).userEnteredValue) ?? '').replace(/^\+/, '=');
  if (type === 'CUSTOM_FORMULA') {
    const formula = ruleFormula(workbook, names, first.startsWith('=') ? first : `=${first}`);
    return formula === undefined ? undefined : { expression: () => formula };
  }
  const expression = EXPRESSIONS[type];
  if (expression !== undefined) {
    const text = first.startsWith('=') ? ruleFormula(workbook, names, first) : quoted(first);
    return text === undefined ? undefined : { expression: (cell) => expression(cell, text) };
  }
  const operator = COMPARISONS[type];
  if (operator === undefined) return undefined;
  const operands = values.flatMap((value) => operand(workbook, names, value) ?? []);
  const wanted = operator === 'between' || operator === 'notBetween' ? 2 : 1;
  return operands.length === wanted ? { operator, operands, dated: type.startsWith('DATE') } : undefined;
}

/** True of the cell when the condition holds. Text and empty cells are never less or more than a number, as in Sheets. */
export function holdsFor(condition: Condition, cell: string): string {
  if ('expression' in condition) return condition.expression(cell);
  const { operator, dated, operands } = condition;
  const value = dated ? `INT(${cell})` : cell;
  const [low = '', high = ''] = operands;
  const isNumber = `ISNUMBER(${cell})`;
  const [least, most] = [`MIN(${low},${high})`, `MAX(${low},${high})`];
  if (operator === 'between') return `AND(${isNumber},${value}>=${least},${value}<=${most})`;
  if (operator === 'notBetween') return `AND(${isNumber},OR(${value}<${least},${value}>${most}))`;
  if (operator === 'notEqual' && !dated) return `AND(LEN(${cell})>0,${cell}<>${low})`;
  return `AND(${isNumber},${value}${SIGNS[operator] ?? '='}${low})`;
}

function operand(workbook: Workbook, names: SheetNames, json: Json): string | undefined {
  const { relativeDate, userEnteredValue } = objectOf(json);
  if (relativeDate !== undefined) return RELATIVE[stringOf(relativeDate) ?? ''];
  const { value } = parseUserEntered((stringOf(userEnteredValue) ?? '').replace(/^\+/, '='), workbook.state.locale);
  if (typeof value === 'object') return ruleFormula(workbook, names, value.formula);
  return typeof value === 'number' ? String(value) : undefined;
}
