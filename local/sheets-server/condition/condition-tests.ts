import type { PlainValue } from '../model/cell.ts';
import type { TestedCell } from './tested-cell.ts';

/** Whether a cell meets a condition with these values. */
type Test = (cell: TestedCell, values: readonly PlainValue[]) => boolean;

/** Numbers alone are compared: text, truth values and empty cells meet no condition about numbers. */
const number =
  (holds: (value: number, first: number, second: number) => boolean, operands = 1): Test =>
  ({ value }, [first, second = first]) =>
    typeof value === 'number' &&
    typeof first === 'number' &&
    (operands === 1 || typeof second === 'number') &&
    holds(value, first, typeof second === 'number' ? second : first);

/** By the day: what time it is does not matter. Only numbers that are shown as dates are dates. */
const date = (holds: (day: number, first: number, second: number) => boolean, operands = 1): Test => {
  const test = number((value, first, second) => holds(...days(value, first, second)), operands);
  return (cell, values) => cell.dated && test(cell, values);
};

const days = (value: number, first: number, second: number): [number, number, number] => [
  Math.floor(value),
  Math.floor(first),
  Math.floor(second),
];

/** What the cell shows, without regard to case. */
const text =
  (holds: (shown: string, wanted: string) => boolean): Test =>
  ({ shown }, [wanted]) =>
    holds(shown.toLowerCase(), textOf(wanted).toLowerCase());

const textOf = (value: PlainValue | undefined): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === undefined ? '' : typeof value === 'object' ? value.error : String(value);
};

const between = (value: number, first: number, second: number) =>
  value >= Math.min(first, second) && value <= Math.max(first, second);

/** `*` is any text, `?` any character, `~` before one of the three is that character. */
function contains(shown: string, wanted: string): boolean {
  if (!/[*?~]/.test(wanted)) return wanted !== '' && shown.includes(wanted);
  const pattern = wanted.replace(/~([*?~])|([*?])|[^*?~]+|~/g, (part, escaped?: string, wild?: string) => {
    if (wild !== undefined) return wild === '*' ? '.*' : '.';
    return (escaped ?? part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return new RegExp(pattern, 's').test(shown);
}

/** By Google's `ConditionType`; those that only validate input are not among them. */
export const conditionTests: Readonly<Record<string, Test>> = {
  NUMBER_GREATER: number((value, limit) => value > limit),
  NUMBER_GREATER_THAN_EQ: number((value, limit) => value >= limit),
  NUMBER_LESS: number((value, limit) => value < limit),
  NUMBER_LESS_THAN_EQ: number((value, limit) => value <= limit),
  NUMBER_EQ: number((value, wanted) => value === wanted),
  NUMBER_NOT_EQ: ({ value }, [other]) => value !== undefined && typeof other === 'number' && value !== other,
  NUMBER_BETWEEN: number(between, 2),
  NUMBER_NOT_BETWEEN: number((value, first, second) => !between(value, first, second), 2),
  TEXT_CONTAINS: text(contains),
  TEXT_NOT_CONTAINS: text((shown, wanted) => !contains(shown, wanted)),
  TEXT_STARTS_WITH: text((shown, wanted) => wanted !== '' && shown.startsWith(wanted)),
  TEXT_ENDS_WITH: text((shown, wanted) => wanted !== '' && shown.endsWith(wanted)),
  TEXT_EQ: text((shown, wanted) => shown === wanted),
  TEXT_NOT_EQ: text((shown, wanted) => shown !== wanted),
  DATE_EQ: date((day, wanted) => day === wanted),
  DATE_NOT_EQ: date((day, wanted) => day !== wanted),
  DATE_BEFORE: date((day, limit) => day < limit),
  DATE_AFTER: date((day, limit) => day > limit),
  DATE_ON_OR_BEFORE: date((day, limit) => day <= limit),
  DATE_ON_OR_AFTER: date((day, limit) => day >= limit),
  DATE_BETWEEN: date(between, 2),
  DATE_NOT_BETWEEN: date((day, first, second) => !between(day, first, second), 2),
  BLANK: ({ shown }) => shown === '',
  NOT_BLANK: ({ shown }) => shown !== '',
  CUSTOM_FORMULA: (_cell, [answer]) => answer === true || (typeof answer === 'number' && answer !== 0),
};
