import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { finite, power } from '../operators.ts';

/** Numbers in, a number out. */
export const maths: FunctionGroup = {
  PI: whole(0, 0, () => Math.PI),
  ABS: of(Math.abs),
  SIGN: of(Math.sign),
  EXP: of(Math.exp),
  SIN: of(Math.sin),
  COS: of(Math.cos),
  TAN: of(Math.tan),
  ASIN: of(Math.asin),
  ACOS: of(Math.acos),
  ATAN: of(Math.atan),
  SINH: of(Math.sinh),
  COSH: of(Math.cosh),
  TANH: of(Math.tanh),
  RADIANS: of((value) => (value * Math.PI) / 180),
  DEGREES: of((value) => (value * 180) / Math.PI),
  /** Sheets takes x before y. */
  ATAN2: lifted(2, 2, (call) => {
    const [x, y] = [call.number(0), call.number(1)];
    return x === 0 && y === 0 ? divided(call) : Math.atan2(y, x);
  }),
  SQRT: lifted(1, 1, (call) => Math.sqrt(atLeast(call, 0, 0))),
  SQRTPI: lifted(1, 1, (call) => Math.sqrt(atLeast(call, 0, 0) * Math.PI)),
  LN: lifted(1, 1, (call) => Math.log(positive(call, 0))),
  LOG10: lifted(1, 1, (call) => Math.log10(positive(call, 0))),
  LOG: lifted(1, 2, (call) => {
    const [value, base] = [positive(call, 0), call.has(1) ? positive(call, 1) : 10];
    if (base === 1) return divided(call);
    if (base === 10) return Math.log10(value);
    return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
  }),
  POWER: lifted(2, 2, (call) => power('POWER', call.number(0), call.number(1))),
  POW: lifted(2, 2, (call) => power('POW', call.number(0), call.number(1))),
  MOD: lifted(2, 2, (call) => {
    const [value, by] = [call.number(0), call.number(1)];
    if (by === 0) return call.fail('#DIV/0!', 'Function MOD parameter 2 cannot be zero.');
    return value - by * Math.floor(value / by);
  }),
  QUOTIENT: lifted(2, 2, (call) => {
    const by = call.number(1);
    if (by === 0) return call.fail('#DIV/0!', 'Function QUOTIENT parameter 2 cannot be zero.');
    return Math.trunc(call.number(0) / by);
  }),
  ADD: lifted(2, 2, (call) => call.number(0) + call.number(1)),
  MINUS: lifted(2, 2, (call) => call.number(0) - call.number(1)),
  MULTIPLY: lifted(2, 2, (call) => call.number(0) * call.number(1)),
  DIVIDE: lifted(2, 2, (call) => {
    const by = call.number(1);
    if (by === 0) return call.fail('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
    return call.number(0) / by;
  }),
};

function of(compute: (value: number) => number) {
  return lifted(1, 1, (call) => finite(compute(call.number(0))));
}

function atLeast(call: Call, index: number, least: number): number {
  const value = call.number(index);
  if (value >= least) return value;
  return call.fail(
    '#NUM!',
    `Function ${call.name} parameter ${index + 1} value is ${value}. It should be greater than or equal to ${least}.`,
  );
}

function positive(call: Call, index: number): number {
  const value = call.number(index);
  if (value > 0) return value;
  return call.fail(
    '#NUM!',
    `Function ${call.name} parameter ${index + 1} value is ${value}. It should be greater than 0.`,
  );
}

const divided = (call: Call): never =>
  call.fail('#DIV/0!', `Evaluation of function ${call.name} caused a divide by zero error.`);
