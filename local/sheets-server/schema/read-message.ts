import { isArray, isObject, type Json, type JsonObject } from '../json.ts';
import { camelCase, type FieldType, fieldsOf, snakeCase } from './field-types.ts';
import { fits } from './fits.ts';
import { type Oneof, oneofOf } from './oneofs.ts';
import { readScalar, typeName } from './read-scalar.ts';
import { invalidValue, unknownName, Violations } from './violations.ts';

/**
 * A request as one message of the API: every field known and of its type, named in camel case, without nulls.
 * `at` is what Google calls the body (`data`, or '' when the body is the whole request). Throws a 400 that names all faults.
 */
export function readMessage(json: JsonObject, message: string, at: string): JsonObject {
  if (fits(json, message)) return json;
  const violations = new Violations();
  const read = readFields(json, message, at, violations);
  violations.refuse();
  return read;
}

function readFields(json: JsonObject, message: string, at: string, violations: Violations): JsonObject {
  const fields = fieldsOf(message);
  if (fields === undefined) return json;
  const oneof = oneofOf(message);
  const out: Record<string, Json> = {};
  for (const [given, value] of Object.entries(json)) {
    const name = fields.has(given) ? given : camelCase(given);
    const type = fields.get(name);
    if (type === undefined) violations.add(at, unknownName(given, at, 'Cannot find field.'));
    else if (value !== undefined && value !== null) {
      if (oneof !== undefined && isSecond(oneof, name, out))
        violations.add(
          at,
          `Invalid value at '${at}' (oneof), oneof field '${oneof.group}' is already set. Cannot set '${name}'`,
        );
      const read = readField(value, type, name, at, violations);
      if (read !== undefined) out[name] = read;
    }
  }
  return out;
}

const isSecond = ({ fields }: Oneof, name: string, present: JsonObject): boolean =>
  fields.has(name) && Object.keys(present).some((other) => other !== name && fields.has(other));

function readField(value: Json, type: FieldType, name: string, at: string, found: Violations): Json | undefined {
  const here = at === '' ? snakeCase(name) : `${at}.${snakeCase(name)}`;
  if (type.map) {
    if (!isObject(value)) return wrong(value, type, here, found);
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      readOne(item ?? null, type, name, `${here}[${key}]`, here, found),
    ]);
    return Object.fromEntries(entries);
  }
  if (!type.list) return readOne(value, type, name, here, at, found);
  // One value stands for a list of one, as Google takes it.
  if (!isArray(value)) return listOf(readOne(value, type, name, here, at, found));
  if (type.kind === 'line' || type.kind === 'any')
    return value.map((item, index) => readOne(item, type, name, `${here}[${index}]`, at, found) ?? null);
  return itemsOf(value).map((item, index) => readOne(item, type, name, `${here}[${index}]`, at, found) ?? null);
}

/** A list within a repeated field counts as its items, and nulls as absent, as Google takes them. */
const itemsOf = (list: readonly Json[]): readonly Json[] =>
  list.flatMap((item) => (isArray(item) ? itemsOf(item) : item === null ? [] : [item]));

const listOf = (item: Json | undefined): Json | undefined => (item === undefined ? undefined : [item]);

function readOne(value: Json, type: FieldType, name: string, here: string, at: string, found: Violations) {
  if (type.kind === 'any') return value;
  if (type.kind === 'line') return isArray(value) ? value : wrong(value, type, here, found);
  if (isArray(value)) {
    found.add(at, unknownName(snakeCase(name), at, 'Proto field is not repeating, cannot start list.'));
    return undefined;
  }
  if (type.kind === 'message')
    return isObject(value) ? readFields(value, type.message, here, found) : wrong(value, type, here, found);
  if (isObject(value)) {
    found.add(at, unknownName(snakeCase(name), at, 'Starting an object on a scalar field'));
    return undefined;
  }
  return readScalar(value, type) ?? wrong(value, type, here, found);
}

function wrong(value: Json, type: FieldType, here: string, found: Violations): undefined {
  found.add(here, invalidValue(here, typeName(type), value));
  return undefined;
}
