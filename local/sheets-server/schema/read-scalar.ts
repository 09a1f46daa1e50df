import type { Json } from '../json.ts';
import type { FieldType } from './field-types.ts';

const PROTO = 'type.googleapis.com/google.apps.sheets.v4.';

/** The name of the type in Google's messages. */
export function typeName({ kind, enumeration, message }: FieldType): string {
  if (kind === 'int') return 'TYPE_INT32';
  if (kind === 'line') return 'type.googleapis.com/google.protobuf.ListValue';
  if (kind === 'enumeration') return PROTO + (enumeration?.name ?? '');
  return kind === 'message' ? PROTO + message : `TYPE_${kind.toUpperCase()}`;
}

const INT = 2 ** 31;

/** A value of a scalar field as it should have been sent: numbers and booleans may come as text. Undefined: it is wrong. */
export function readScalar(value: Json, { kind, enumeration }: FieldType): Json | undefined {
  if (kind === 'string') return typeof value === 'string' ? value : undefined;
  if (kind === 'bool') return typeof value === 'boolean' ? value : textBoolean(value);
  if (kind === 'enumeration') return readEnumeration(value, enumeration?.values ?? new Set());
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined;
  if (kind === 'double') return number;
  return Number.isInteger(number) && number >= -INT && number < INT ? number : undefined;
}

function textBoolean(value: Json): boolean | undefined {
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function readEnumeration(value: Json, values: ReadonlySet<string>): string | undefined {
  if (typeof value === 'string') return values.has(value) ? value : undefined;
  return typeof value === 'number' ? [...values][value] : undefined;
}
