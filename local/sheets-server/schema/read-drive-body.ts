import { isArray, isObject, type Json, type JsonObject } from '../json.ts';
import { type FieldType, fieldsOf, snakeCase } from './field-types.ts';
import { readScalar } from './read-scalar.ts';
import { invalidValue, type Violations } from './violations.ts';

const PROTO = 'type.googleapis.com/google.apps.drive.v3.';

/**
 * A body of Drive as one of its messages. Drive passes over names that it does not know (`title`, as version 2 had it,
 * makes a file "Untitled") and fields that are null, and refuses values of a wrong type. In a map null stays: it takes
 * a property away.
 */
export function readDriveBody(json: JsonObject, message: string, violations: Violations, at = 'resource'): JsonObject {
  const fields = fieldsOf(message);
  if (fields === undefined) return json;
  const out: Record<string, Json> = {};
  for (const [name, value] of Object.entries(json)) {
    const type = fields.get(name);
    if (type === undefined || value === undefined || value === null) continue;
    const read = readField(value, type, `${at}.${snakeCase(name)}`, violations);
    if (read !== undefined) out[name] = read;
  }
  return out;
}

function readField(value: Json, type: FieldType, at: string, violations: Violations): Json | undefined {
  if (type.kind === 'any') return value;
  if (type.map) return isObject(value) ? readMap(value, type, at, violations) : wrong(value, type, at, violations);
  if (!type.list) return readOne(value, type, at, violations);
  if (!isArray(value)) return wrong(value, type, at, violations);
  return value.map((item, index) => readOne(item, type, `${at}[${index}]`, violations) ?? null);
}

const readMap = (map: JsonObject, type: FieldType, at: string, violations: Violations): JsonObject =>
  Object.fromEntries(
    Object.entries(map).map(([key, item]) => [
      key,
      item === null || item === undefined ? null : readOne(item, type, `${at}[${key}]`, violations),
    ]),
  );

function readOne(value: Json, type: FieldType, at: string, violations: Violations): Json | undefined {
  if (type.kind !== 'message') return readScalar(value, type) ?? wrong(value, type, at, violations);
  return isObject(value) ? readDriveBody(value, type.message, violations, at) : wrong(value, type, at, violations);
}

function wrong(value: Json, { kind, message }: FieldType, at: string, violations: Violations): undefined {
  const type = kind === 'message' ? PROTO + message : kind === 'int' ? 'TYPE_INT32' : `TYPE_${kind.toUpperCase()}`;
  violations.add(at, invalidValue(at, type, value));
}
