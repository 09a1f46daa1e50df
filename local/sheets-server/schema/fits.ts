import { isArray, isObject, type Json, type JsonObject } from '../json.ts';
import { type FieldType, fieldsOf } from './field-types.ts';
import { oneofOf } from './oneofs.ts';

/** Whether a body is a message as it stands. The way of nearly every request, so it builds nothing on its way. */
export function fits(json: JsonObject, message: string): boolean {
  const fields = fieldsOf(message);
  if (fields === undefined) return true;
  let oneof = oneofOf(message);
  for (const name in json) {
    const type = fields.get(name);
    const value = json[name];
    if (type === undefined || value === null) return false;
    if (value !== undefined && !fitsField(value, type)) return false;
    if (oneof?.fields.has(name)) {
      for (const other in json) if (other !== name && oneof.fields.has(other)) return false;
      oneof = undefined;
    }
  }
  return true;
}

function fitsField(value: Json, type: FieldType): boolean {
  if (type.map) return isObject(value) && Object.values(value).every((item) => item != null && fitsOne(item, type));
  if (!type.list) return fitsOne(value, type);
  if (!isArray(value)) return false;
  for (const item of value) if (!fitsOne(item, type)) return false;
  return true;
}

function fitsOne(value: Json, { kind, message, enumeration }: FieldType): boolean {
  if (kind === 'message') return isObject(value) && fits(value, message);
  if (kind === 'string') return typeof value === 'string';
  if (kind === 'double') return typeof value === 'number';
  if (kind === 'int') return typeof value === 'number' && (value | 0) === value;
  if (kind === 'bool') return typeof value === 'boolean';
  if (kind === 'line') return isArray(value);
  return kind === 'any' || (typeof value === 'string' && enumeration?.values.has(value) === true);
}
