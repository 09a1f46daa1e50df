import { sizeOf } from '../areas.ts';
import type { Call } from '../call.ts';
import { compare, toText } from '../coerce.ts';
import { isMatrix, isRange, NotComputed, type Operand, type Scalar } from '../scalar.ts';
import { findExact, type Line, lineOf } from './find-position.ts';

/** The cell of the result range at the place of the key; a whole row or column when the result range has several. */
export function xlookup(call: Call): Operand {
  const wanted = call.scalar(0);
  const line = lineOf(call, 1);
  const at = find(call, line, wanted, 4, 5);
  if (at === undefined) {
    if (call.has(3)) return call.operand(3);
    return missing(call, wanted);
  }
  return nth(call, at, line.length);
}

export function xmatch(call: Call): Operand {
  const wanted = call.scalar(0);
  const at = find(call, lineOf(call, 1), wanted, 2, 3);
  return at === undefined ? missing(call, wanted) : at + 1;
}

const missing = (call: Call, wanted: Scalar): never =>
  call.fail('#N/A', `Did not find value '${toText(wanted, call.locale)}' in ${call.name} evaluation.`);

/** Match modes: 0 exact, 1 or the next larger, -1 or the next smaller, 2 wildcards. Search from the first (1) or the last (-1). */
function find(
  call: Call,
  line: Line,
  wanted: Exclude<Scalar, object>,
  modeAt: number,
  orderAt: number,
): number | undefined {
  const mode = call.integer(modeAt, 0);
  const order = call.integer(orderAt, 1);
  if (![-1, 0, 1, 2].includes(mode) || ![1, -1, 2, -2].includes(order)) throw new NotComputed();
  if (order === 1 && (mode === 0 || mode === 2)) return findExact(call.cells, line, wanted, mode === 2);
  if (mode === 2 || wanted === undefined) throw new NotComputed();
  // Binary search (2, -2) finds in sorted values what looking at all of them finds.
  let best: { at: number; distance: Scalar } | undefined;
  for (let step = 0; step < line.length; step += 1) {
    const at = order < 0 ? line.length - 1 - step : step;
    const value = line.at(at);
    if (typeof value !== typeof wanted) continue;
    const away = compare(value, wanted);
    if (away === 0) return at;
    if (mode === 0 || away > 0 !== mode > 0) continue;
    if (best === undefined || (mode > 0 ? compare(value, best.distance) < 0 : compare(value, best.distance) > 0))
      best = { at, distance: value };
  }
  return best?.at;
}

function nth(call: Call, at: number, length: number): Operand {
  const results = call.operand(2);
  const { rows, columns } = sizeOf(results);
  const down = rows === length && (columns !== length || sizeOf(call.operand(1)).rows === length);
  if (!down && columns !== length) return call.fail('#VALUE!', 'Array arguments to XLOOKUP are of different size.');
  if (isRange(results))
    return down
      ? { ...results, startRow: results.startRow + at, endRow: results.startRow + at + 1 }
      : { ...results, startColumn: results.startColumn + at, endColumn: results.startColumn + at + 1 };
  if (isMatrix(results)) return down ? [results[at] ?? []] : results.map((row) => [row[at]]);
  return results;
}
