import { DriveError } from '../drive/drive-error.ts';
import { parseMask } from '../field-mask.ts';
import type { Input } from '../operation.ts';
import { unknownPath } from './check-mask.ts';
import { DRIVE_SHAPES, type DriveShape } from './drive-shapes.ts';
import { snakeCase } from './field-types.ts';
import { readDriveBody } from './read-drive-body.ts';
import { invalidValue, Violations } from './violations.ts';

type Query = Input['query'];

/**
 * A request of the Drive API, checked against its schema as Drive does it: wrong types are refused, whereas names that
 * it does not know, of parameters or in bodies, are passed over. Throws a 400 or 403.
 */
export function readDriveRequest(operation: string, input: Input): Input {
  const shape = DRIVE_SHAPES[operation];
  if (shape === undefined) return input;
  const violations = new Violations();
  const query = readQuery(input.query, shape.query, violations);
  const body = shape.body === undefined ? {} : readDriveBody(input.body, shape.body, violations);
  violations.refuse();
  for (const name of shape.required ?? [])
    if (query[name]?.[0] === undefined) throw new DriveError(400, `Required parameter: ${name}`, 'required', name);
  checkRanges(query, shape.query);
  checkSharedDrives(query);
  checkFields(query.fields?.[0], shape);
  return { path: input.path, query, body };
}

/** What the reader of protocol buffers takes for a truth value, in any case. */
const TRUE = /^(true|t|yes|y|1)$/i;
const FALSE = /^(false|f|no|n|0)$/i;
const INT32 = /^[+-]?\d{1,10}$/;

/** Of a repeated parameter Drive takes the first value, and refuses a wrong one wherever it stands. */
function readQuery(query: Query, known: Readonly<Record<string, string>>, violations: Violations): Query {
  const out: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(query)) {
    const type = known[name] ?? 'string';
    for (const value of values) {
      const wrong = wrongType(type, value);
      if (wrong !== undefined) violations.add(snakeCase(name), invalidValue(snakeCase(name), wrong, value));
    }
    out[name] = type === 'bool' ? values.map((value) => String(TRUE.test(value))) : values;
  }
  return out;
}

function wrongType(type: string, value: string): string | undefined {
  if (type === 'bool') return TRUE.test(value) || FALSE.test(value) ? undefined : 'TYPE_BOOL';
  if (type.includes('..')) return INT32.test(value) && (Number(value) | 0) === Number(value) ? undefined : 'TYPE_INT32';
  return undefined;
}

function checkRanges(query: Query, known: Readonly<Record<string, string>>): void {
  for (const [name, type] of Object.entries(known)) {
    const value = query[name]?.[0];
    if (value === undefined) continue;
    const [least, most] = type.includes('..') ? type.split('..').map(Number) : [];
    if (least !== undefined && most !== undefined && (Number(value) < least || Number(value) > most))
      throw new DriveError(
        400,
        `Invalid value '${value}'. Values must be within the range: [value: ${least}\n, value: ${most}\n]`,
        'invalidParameter',
        snakeCase(name),
      );
    if (type.includes('|') && !type.split('|').includes(value))
      throw new DriveError(
        400,
        `Invalid string value: '${value}'. Allowed values: [${type.split('|').join(', ')}]`,
        'invalidParameter',
        name,
      );
  }
}

const isOn = (query: Query, ...names: readonly string[]) => names.some((name) => query[name]?.[0] === 'true');

function checkSharedDrives(query: Query): void {
  if (
    isOn(query, 'includeItemsFromAllDrives', 'includeTeamDriveItems') &&
    !isOn(query, 'supportsAllDrives', 'supportsTeamDrives')
  )
    throw new DriveError(403, 'The supportsAllDrives parameter was not set to true.', 'supportsTeamDrivesRequired');
}

/** Refuses a field mask that the answer does not have, before anything is applied. */
function checkFields(fields: string | undefined, { answer }: DriveShape): void {
  if (fields === undefined || fields === '' || answer === undefined) return;
  const path = unknownPath(parseFields(fields), answer);
  if (path !== undefined) throw invalidSelection(path.split('.').at(-1) ?? path);
}

function parseFields(fields: string) {
  try {
    return parseMask(fields);
  } catch {
    throw invalidSelection(fields);
  }
}

const invalidSelection = (what: string) =>
  new DriveError(400, `Invalid field selection ${what}`, 'invalidParameter', 'fields');
