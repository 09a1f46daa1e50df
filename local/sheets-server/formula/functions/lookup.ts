import { cellOf, sizeOf } from '../areas.ts';
import { type Call, type FunctionGroup, whole } from '../call.ts';
import { toText } from '../coerce.ts';
import { NotComputed, type Operand, type Scalar } from '../scalar.ts';
import { columnOf, findExact, findSorted, type Line, lineOf, rowOf } from './find-position.ts';
import { xlookup, xmatch } from './xlookup.ts';

/** Values found by other values. */
export const lookup: FunctionGroup = {
  VLOOKUP: whole(3, 4, (call) => tableLookup(call, 'column')),
  HLOOKUP: whole(3, 4, (call) => tableLookup(call, 'row')),
  LOOKUP: whole(2, 3, simpleLookup),
  MATCH: whole(2, 3, (call) => {
    const line = lineOf(call, 1);
    const type = call.integer(2, 1);
    const wanted = call.scalar(0);
    const at = type === 0 ? findExact(call.cells, line, wanted, true) : findSorted(line, wanted, type > 0);
    return at === undefined ? notFound(call, wanted) : at + 1;
  }),
  XLOOKUP: whole(3, 6, xlookup),
  XMATCH: whole(2, 4, xmatch),
};

export const notFound = (call: Call, wanted: Scalar): never =>
  call.fail('#N/A', `Did not find value '${toText(wanted, call.locale)}' in ${call.name} evaluation.`);

function tableLookup(call: Call, by: 'column' | 'row'): Operand {
  const wanted = call.scalar(0);
  const table = call.operand(1);
  const index = call.integer(2);
  const { rows, columns } = sizeOf(table);
  if (index < 1)
    return call.fail(
      '#VALUE!',
      `Function ${call.name} parameter 3 value is ${index}. It should be greater than or equal to 1.`,
    );
  if (index > (by === 'column' ? columns : rows))
    return call.fail('#REF!', `${call.name} evaluates to an out of bounds range.`);
  const line = by === 'column' ? columnOf(call.cells, table, 0) : rowOf(call.cells, table, 0);
  const at = call.boolean(3, true) ? findSorted(line, wanted) : findExact(call.cells, line, wanted, true);
  if (at === undefined) return notFound(call, wanted);
  return by === 'column' ? cellOf(call.cells, table, at, index - 1) : cellOf(call.cells, table, index - 1, at);
}

/** With a result line, or the last row or column of the searched array. */
function simpleLookup(call: Call): Operand {
  const wanted = call.scalar(0);
  const searched = call.operand(1);
  const { rows, columns } = sizeOf(searched);
  const upright = rows >= columns;
  const line = upright ? columnOf(call.cells, searched, 0) : rowOf(call.cells, searched, 0);
  const at = findSorted(line, wanted);
  if (at === undefined) return notFound(call, wanted);
  const results: Line = call.has(2)
    ? lineOf(call, 2)
    : upright
      ? columnOf(call.cells, searched, columns - 1)
      : rowOf(call.cells, searched, rows - 1);
  if (at >= results.length) throw new NotComputed();
  return results.at(at);
}
