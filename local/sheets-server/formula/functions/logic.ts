import { scalarOf } from '../areas.ts';
import { outcome } from '../broadcast.ts';
import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { compare, toBoolean } from '../coerce.ts';
import { isError, isMatrix, type Operand, type Scalar, sound } from '../scalar.ts';

/** Choices and truth values. Only the branch that is taken is computed. */
export const logic: FunctionGroup = {
  TRUE: whole(0, 0, () => true),
  FALSE: whole(0, 0, () => false),
  EQ: comparing((order) => order === 0),
  NE: comparing((order) => order !== 0),
  GT: comparing((order) => order > 0),
  GTE: comparing((order) => order >= 0),
  LT: comparing((order) => order < 0),
  LTE: comparing((order) => order <= 0),
  ISBETWEEN: lifted(3, 5, (call) => {
    const [low, high] = [compare(call.scalar(0), call.scalar(1)), compare(call.scalar(0), call.scalar(2))];
    return (call.boolean(3, true) ? low >= 0 : low > 0) && (call.boolean(4, true) ? high <= 0 : high < 0);
  }),
  NOT: lifted(1, 1, (call) => !call.boolean(0)),
  AND: whole(1, Infinity, (call) => truths(call).every(Boolean)),
  OR: whole(1, Infinity, (call) => truths(call).some(Boolean)),
  XOR: whole(1, Infinity, (call) => truths(call).filter(Boolean).length % 2 === 1),
  IF: lifted(2, 3, (call) => {
    if (call.boolean(0)) return call.operand(1);
    return call.count > 2 ? call.operand(2) : false;
  }),
  IFS: lifted(2, Infinity, (call) => {
    for (let index = 0; index + 1 < call.count; index += 2) if (call.boolean(index)) return call.operand(index + 1);
    return call.fail('#N/A', 'No match.');
  }),
  SWITCH: lifted(3, Infinity, (call) => {
    const value = call.scalar(0);
    let index = 1;
    for (; index + 1 < call.count; index += 2)
      if (compare(value, call.scalar(index)) === 0) return call.operand(index + 1);
    return index < call.count ? call.operand(index) : call.fail('#N/A', 'No match.');
  }),
  IFERROR: lifted(1, 2, (call) => unless(call, isError)),
  IFNA: lifted(1, 2, (call) => unless(call, (value) => isError(value) && value.error === '#N/A')),
};

/** The first argument unless it is bad. An array passes as a whole. */
function unless(call: Call, bad: (value: Scalar) => boolean): Operand {
  const first = outcome(() => call.operand(0));
  if (isMatrix(first)) return first;
  const value = outcome(() => scalarOf(first, call.scope));
  return bad(value) ? call.operand(1) : value;
}

function comparing(holds: (order: number) => boolean) {
  return lifted(2, 2, (call) => holds(compare(call.scalar(0), call.scalar(1))));
}

/** Text in ranges is passed over, and so are empty cells. */
function truths(call: Call): boolean[] {
  const found: boolean[] = [];
  call.each(0, (value, direct, position) => {
    const plain = sound(value);
    if (typeof plain !== 'string' || direct) found.push(toBoolean(plain, call.place(position)));
  });
  if (found.length === 0) call.fail('#VALUE!', `${call.name} has no valid input data.`);
  return found;
}
