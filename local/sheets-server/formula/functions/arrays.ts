import { isMany } from '../areas.ts';
import { arrayed, type Call, type FunctionGroup, whole } from '../call.ts';
import { compare, toNumber } from '../coerce.ts';
import { isError, type Matrix, NotComputed, type Scalar, sound } from '../scalar.ts';

/** Arrays made of ranges and arrays. */
export const arrays: FunctionGroup = {
  ARRAYFORMULA: arrayed(1, 1, (call) => call.operand(0)),
  TRANSPOSE: arrayed(1, 1, (call) => transposed(call.matrix(0))),
  FLATTEN: arrayed(1, Infinity, (call) =>
    call.args.flatMap((_, index) =>
      call
        .matrix(index)
        .flat()
        .map((value) => [value]),
    ),
  ),
  HSTACK: arrayed(1, Infinity, (call) => {
    const blocks = call.args.map((_, index) => call.matrix(index));
    const height = Math.max(...blocks.map((block) => block.length));
    return Array.from({ length: height }, (_, row) =>
      blocks.flatMap((block) => block[row] ?? padding(block[0]?.length ?? 0)),
    );
  }),
  VSTACK: arrayed(1, Infinity, (call) => {
    const blocks = call.args.map((_, index) => call.matrix(index));
    const width = Math.max(...blocks.map((block) => block[0]?.length ?? 0));
    return blocks.flatMap((block) => block.map((row) => [...row, ...padding(width - row.length)]));
  }),
  CHOOSEROWS: arrayed(2, Infinity, (call) => picked(call, call.matrix(0))),
  CHOOSECOLS: arrayed(2, Infinity, (call) => transposed(picked(call, transposed(call.matrix(0))))),
  SEQUENCE: arrayed(1, 4, (call) => {
    const [rows, columns, start, step] = [call.integer(0), call.integer(1, 1), call.number(2, 1), call.number(3, 1)];
    if (rows < 1 || columns < 1) return call.fail('#NUM!', 'SEQUENCE needs at least one row and one column.');
    if (rows * columns > MOST_CELLS) throw new NotComputed();
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => start + (row * columns + column) * step),
    );
  }),
  UNIQUE: whole(1, 3, (call) => {
    const byColumn = call.boolean(1, false);
    const once = call.boolean(2, false);
    const rows = byColumn ? transposed(call.matrix(0)) : call.matrix(0);
    const counts = new Map<string, number>();
    const keys = rows.map((row) => JSON.stringify(row.map((value) => value ?? null)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const seen = new Set<string>();
    const kept = rows.filter((_, index) => {
      const key = keys[index] ?? '';
      if (once) return counts.get(key) === 1;
      return !seen.has(key) && seen.add(key);
    });
    return byColumn ? transposed(kept) : kept;
  }),
  FILTER: arrayed(2, Infinity, filter),
  SORT: arrayed(1, Infinity, sort),
};

/** More would hold up the server. */
const MOST_CELLS = 1_000_000;

const padding = (length: number): Scalar[] =>
  Array<Scalar>(length).fill({ error: '#N/A', message: 'Argument out of range.' });

function transposed(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));
}

/** Lines by their numbers, from the end when negative. */
const picked = (call: Call, lines: Matrix): Matrix =>
  call.args.slice(1).flatMap((_, index) =>
    call
      .matrix(index + 1)
      .flat()
      .map((number) => {
        const at = toNumber(number, call.place(index + 1));
        const line = at === 0 ? undefined : lines.at(at > 0 ? Math.trunc(at) - 1 : Math.trunc(at));
        return (
          line ?? call.fail('#VALUE!', `Function ${call.name} parameter ${index + 2} value ${at} is out of range.`)
        );
      }),
  );

/** Rows (or columns) for which every condition holds. An error in a condition counts as no. */
function filter(call: Call): Matrix {
  const source = call.matrix(0);
  const conditions = call.args.slice(1).map((_, index) => call.matrix(index + 1));
  const across = conditions.every((condition) => condition.length === 1 && isMany(condition));
  const lines = across ? transposed(source) : source;
  const tests = conditions.map((condition) => (across ? transposed(condition) : condition));
  if (tests.some((test) => test.length !== lines.length || test[0]?.length !== 1))
    return call.fail('#N/A', 'FILTER has mismatched range sizes.');
  const kept = lines.filter((_, index) => tests.every((test) => holds(test[index]?.[0])));
  if (kept.length === 0) return call.fail('#N/A', 'No matches are found in FILTER evaluation.');
  return across ? transposed(kept) : kept;
}

const holds = (value: Scalar) => value === true || (typeof value === 'number' && value !== 0);

/** By column numbers and directions by turns; without them by every column, upwards. Empty cells come last. */
function sort(call: Call): Matrix {
  const source = call.matrix(0);
  const keys: { readonly values: (row: number) => Scalar; readonly up: boolean }[] = [];
  for (let index = 1; index < call.count; index += 2) {
    const by = call.operand(index);
    const up = call.boolean(index + 1, true);
    if (isMany(by)) {
      const column = call.matrix(index);
      keys.push({ values: (row) => column[row]?.[0], up });
    } else {
      const column = call.integer(index) - 1;
      keys.push({ values: (row) => source[row]?.[column], up });
    }
  }
  if (keys.length === 0)
    for (let column = 0; column < (source[0]?.length ?? 0); column += 1)
      keys.push({ values: (row) => source[row]?.[column], up: true });
  const order = source.map((_, row) => row);
  order.sort((a, b) => {
    for (const { values, up } of keys) {
      const by = ordered(values(a), values(b), up);
      if (by !== 0) return by;
    }
    return a - b;
  });
  return order.map((row) => source[row] ?? []);
}

function ordered(a: Scalar, b: Scalar, up: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (isError(a) || isError(b)) sound(isError(a) ? a : b);
  return up ? compare(a, b) : compare(b, a);
}
