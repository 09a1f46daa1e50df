import { compare, toNumber, toText } from './coerce.ts';
import { Failure, NotComputed, type Scalar } from './scalar.ts';

const NAMES: Readonly<Record<string, string>> = {
  '+': 'ADD',
  '-': 'MINUS',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '^': 'POW',
};

/** `left operator right` for two single values. */
export function operate(operator: string, left: Scalar, right: Scalar, locale: string): Scalar {
  const name = NAMES[operator];
  if (name !== undefined)
    return arithmetic(
      operator,
      typeof left === 'number' ? left : toNumber(left, { name, position: 1, locale }),
      typeof right === 'number' ? right : toNumber(right, { name, position: 2, locale }),
    );
  if (operator === '&') return toText(left, locale) + toText(right, locale);
  const order = compare(left, right);
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function arithmetic(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') {
    if (right === 0) throw new Failure('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
    return left / right;
  }
  return power('POW', left, right);
}

export function power(name: string, base: number, exponent: number): number {
  if (base === 0 && exponent === 0) throw new NotComputed();
  if (base === 0 && exponent < 0) throw new Failure('#DIV/0!', `Function ${name} caused a divide by zero error.`);
  return finite(base ** exponent);
}

/** A result that no number can hold is #NUM!. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Failure('#NUM!', 'Result was not a number.');
  return value;
}
