import { ApiError } from '../api-error.ts';
import { parseMask } from '../field-mask.ts';
import type { Input } from '../operation.ts';
import { unknownPath } from './check-mask.ts';
import { ENUMERATIONS } from './enumerations.ts';
import { camelCase, snakeCase } from './field-types.ts';
import { OPERATION_SHAPES } from './operation-shapes.ts';
import { readMessage } from './read-message.ts';
import { typeName } from './read-scalar.ts';
import { invalidValue, unknownName, Violations } from './violations.ts';

/** Parameters that every method takes. */
const STANDARD = new Set(
  '$.xgafv access_token alt callback fields key oauth_token prettyPrint quotaUser uploadType upload_protocol'.split(
    ' ',
  ),
);

/** A request of the Sheets API, checked against its schema: body, parameters and field mask. Throws a 400. */
export function readRequest(operation: string, input: Input): Input {
  const shape = OPERATION_SHAPES[operation];
  if (shape === undefined) return input;
  const query = readQuery(input.query, shape.query ?? {});
  const fields = query.fields?.[0];
  if (fields !== undefined) checkFields(fields, shape.answer);
  const body = shape.body === undefined ? {} : readMessage(input.body, ...shape.body);
  return { path: input.path, query, body };
}

type Query = Input['query'];

function readQuery(query: Query, known: Readonly<Record<string, string>>): Query {
  const violations = new Violations();
  const out: Record<string, readonly string[]> = {};
  for (const [given, values] of Object.entries(query)) {
    const standard = given.startsWith('$') && STANDARD.has(given.slice(1)) ? given.slice(1) : given;
    const name = STANDARD.has(standard) ? standard : camelCase(given);
    const type = STANDARD.has(name) ? 'string' : known[name];
    const last = values.at(-1) ?? '';
    if (type === undefined)
      violations.add(
        '',
        unknownName(given, '', `Cannot bind query parameter. Field '${given}' could not be found in request message.`),
      );
    else if (!isOf(type, last)) violations.add(snakeCase(name), invalidParameter(name, type, last));
    else out[name] = type === 'string[]' ? values : [last];
  }
  violations.refuse();
  return out;
}

function isOf(type: string, value: string): boolean {
  if (type === 'bool') return /^(true|false|0|1)$/i.test(value);
  return ENUMERATIONS.get(type)?.values.has(value) ?? true;
}

function invalidParameter(name: string, type: string, value: string): string {
  const enumeration = ENUMERATIONS.get(type);
  const kind = enumeration === undefined ? 'bool' : 'enumeration';
  return invalidValue(snakeCase(name), typeName({ kind, enumeration, list: false, map: false, message: '' }), value);
}

/** A mask with a field that the answer does not have is refused before anything is done. */
function checkFields(fields: string, answer: string): void {
  const path = unknownPath(parseMask(fields), answer);
  if (path === undefined) return;
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  throw new ApiError(400, 'Request contains an invalid argument.', [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: fields, description }] },
  ]);
}
