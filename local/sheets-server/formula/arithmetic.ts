import type { PlainValue } from '../model/cell.ts';
import type { Token } from './tokens.ts';

type LookUp = (token: Token) => PlainValue | undefined;

/** Thrown and caught here alone: the formula holds something that is not plain arithmetic with numbers. */
class NotArithmetic extends Error {}

/** Thrown and caught here alone: a part of the sum is an error, and so is the sum. */
class Broken extends Error {
  readonly value: PlainValue;

  constructor(value: PlainValue) {
    super();
    this.value = value;
  }
}

/** `+ - * / ^`, signs and brackets over numbers and cells that hold numbers; undefined for anything else. */
export function arithmetic(tokens: readonly Token[], lookUp: LookUp): PlainValue | undefined {
  let at = 0;
  const operator = () => (tokens[at]?.kind === 'operator' ? tokens[at]?.text : undefined);

  function sum(): number {
    let value = product();
    for (let sign = operator(); sign === '+' || sign === '-'; sign = operator()) {
      at += 1;
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  }
  function product(): number {
    let value = power();
    for (let sign = operator(); sign === '*' || sign === '/'; sign = operator()) {
      at += 1;
      value = sign === '*' ? value * power() : value / power();
    }
    return value;
  }
  function power(): number {
    let value = signed();
    while (operator() === '^') {
      at += 1;
      value **= signed();
    }
    return value;
  }
  function signed(): number {
    const sign = operator();
    if (sign !== '-' && sign !== '+') return atom();
    at += 1;
    return sign === '-' ? -signed() : signed();
  }
  function atom(): number {
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'operator' && token.text === '(') {
      const value = sum();
      if (operator() !== ')') throw new NotArithmetic();
      at += 1;
      return value;
    }
    if (token?.kind === 'error') throw new Broken(errorOf(token));
    if (token === undefined || (token.kind !== 'reference' && token.kind !== 'name')) throw new NotArithmetic();
    const value = operator() === '(' ? undefined : lookUp(token);
    if (typeof value === 'object') throw new Broken(value);
    if (typeof value !== 'number') throw new NotArithmetic();
    return value;
  }

  try {
    const value = sum();
    if (at !== tokens.length) return undefined;
    return Number.isFinite(value)
      ? value
      : { error: '#DIV/0!', message: 'Function DIVIDE parameter 2 cannot be zero.' };
  } catch (error) {
    if (error instanceof NotArithmetic) return undefined;
    if (error instanceof Broken) return error.value;
    throw error;
  }
}

/** An error that stands in the formula itself: what it referred to is gone. */
const errorOf = ({ text }: Token): PlainValue => ({
  error: text.slice(text.lastIndexOf('#')),
  message: 'Reference does not exist.',
});
