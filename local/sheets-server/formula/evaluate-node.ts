import { matrixOf, scalarOf } from './areas.ts';
import { broadcast, outcome } from './broadcast.ts';
import { Call, type FunctionSpec } from './call.ts';
import { toNumber } from './coerce.ts';
import { GOOGLE_FUNCTIONS } from './functions/google-functions.ts';
import { functions } from './functions/registry.ts';
import { operate } from './operators.ts';
import { namedRange, referencedRange, spanned } from './references.ts';
import { Failure, NotComputed, type Operand, type Scalar } from './scalar.ts';
import type { Scope } from './scope.ts';
import type { Invocation, Link, Node } from './syntax.ts';

/** What an expression comes to. Throws a `Failure` for an error, `NotComputed` where the truth is not known. */
export function evaluateNode(node: Node, scope: Scope): Operand {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'missing':
      return undefined;
    case 'reference':
      return referencedRange(scope.cells.workbook, scope.sheet, node.title, node.area);
    case 'name':
      return namedRange(scope.cells.workbook, node.name);
    case 'span':
      return spanned(evaluateNode(node.from, scope), evaluateNode(node.to, scope));
    case 'sign':
      return each(scope, [evaluateNode(node.of, scope)], ([value]) => {
        // A plus does nothing, not even to text.
        if (node.sign === '+') return value;
        return -toNumber(value, { name: 'UMINUS', position: 1, locale: localeOf(scope) });
      });
    case 'percent':
      return each(
        scope,
        [evaluateNode(node.of, scope)],
        ([value]) => toNumber(value, { name: 'UNARY_PERCENT', position: 1, locale: localeOf(scope) }) / 100,
      );
    case 'chain':
      return chain(node.first, node.rest, scope);
    case 'array':
      return array(node.rows, scope);
    case 'call':
      return call(node, scope);
  }
}

const localeOf = (scope: Scope) => scope.cells.workbook.state.locale;

function each(scope: Scope, operands: readonly Operand[], work: (values: readonly Scalar[]) => Scalar): Operand {
  const spread = scope.array ? broadcast(operands, scope, work) : undefined;
  return spread ?? work(operands.map((operand) => scalarOf(operand, scope)));
}

function chain(first: Node, rest: readonly Link[], scope: Scope): Operand {
  const locale = localeOf(scope);
  let left = evaluateNode(first, scope);
  for (const { operator, operand } of rest)
    left = each(scope, [left, evaluateNode(operand, scope)], ([a, b]) => operate(operator, a, b, locale));
  return left;
}

/** Blocks of cells side by side and below each other. */
function array(rows: readonly (readonly Node[])[], scope: Scope): Operand {
  const inside = { ...scope, array: true };
  const out: Scalar[][] = [];
  for (const row of rows) {
    const blocks = row.map((node) => matrixOf(scope.cells, evaluateNode(node, inside)));
    const height = blocks[0]?.length ?? 0;
    if (blocks.some((block) => block.length !== height)) throw mismatch();
    for (let index = 0; index < height; index += 1) out.push(blocks.flatMap((block) => block[index] ?? []));
  }
  if (out.some((line) => line.length !== out[0]?.length)) throw mismatch();
  return out;
}

const mismatch = () => new Failure('#VALUE!', 'Function ARRAY_LITERAL parameter 2 has mismatched row size.');

function call(node: Invocation, scope: Scope): Operand {
  const spec = functions.get(node.name);
  if (spec === undefined) {
    if (GOOGLE_FUNCTIONS.has(node.name)) throw new NotComputed();
    throw new Failure('#NAME?', `Unknown function: '${node.name}'.`);
  }
  checkCount(node, spec);
  const { cells } = scope;
  const key = node.source === undefined || spec.lifts ? undefined : `${scope.sheet.id} ${node.source}`;
  if (key !== undefined && cells.findings.has(key)) return cells.findings.get(key) as Operand; // written below
  cells.depth += 1;
  try {
    const result = run(node, spec, spec.array && !scope.array ? { ...scope, array: true } : scope);
    // A function that looks at single cells may depend on where the formula stands.
    if (key !== undefined && STEADY.has(node.name)) cells.findings.set(key, result);
    return result;
  } finally {
    cells.depth -= 1;
  }
}

/** Functions that read ranges as a whole, so that equal calls on a tab are worth the same. */
const STEADY = new Set(
  (
    'SUM AVERAGE MIN MAX COUNT COUNTA COUNTBLANK COUNTUNIQUE MEDIAN PRODUCT SUMSQ AVERAGEA MINA MAXA STDEV STDEVP VAR ' +
    'VARP MODE UNIQUE TRANSPOSE FLATTEN AND OR'
  ).split(' '),
);

function run(node: Invocation, spec: FunctionSpec, scope: Scope): Operand {
  if (spec.lifts && scope.array) {
    const operands = node.args.map((arg) => outcome(() => evaluateNode(arg, scope)));
    const spread = broadcast(operands, scope, (values) => {
      const args = node.args.map(
        (arg, index): Node => (arg.kind === 'missing' ? arg : { kind: 'constant', value: values[index] }),
      );
      return spec.run(new Call(node.name, args, scope, evaluateNode));
    });
    if (spread !== undefined) return spread;
  }
  return spec.run(new Call(node.name, node.args, scope, evaluateNode));
}

function checkCount({ name, args }: Invocation, { arity: [fewest, most] }: FunctionSpec): void {
  const count = args.length;
  if (count >= fewest && count <= most) return;
  const expected =
    fewest === most ? fewest : most === Infinity ? `at least ${fewest}` : `between ${fewest} and ${most}`;
  throw new Failure(
    '#N/A',
    `Wrong number of arguments to ${name}. Expected ${expected} arguments, but got ${count} arguments.`,
  );
}
