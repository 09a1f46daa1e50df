import { DRIVE_MESSAGES } from './drive-messages.ts';
import { ENUMERATIONS, type Enumeration } from './enumerations.ts';
import { SHEETS_MESSAGES } from './sheets-messages.ts';

/** What a field holds, once or as a list or map of it. `line`: a list of plain values. `any`: not looked into. */
export interface FieldType {
  readonly kind: 'int' | 'double' | 'string' | 'bool' | 'any' | 'line' | 'enumeration' | 'message';
  readonly list: boolean;
  readonly map: boolean;
  readonly enumeration: Enumeration | undefined;
  /** Name of the message. */
  readonly message: string;
}

export type Fields = ReadonlyMap<string, FieldType>;

const SCALARS = ['int', 'double', 'string', 'bool', 'any', 'line'] as const;
const known = new Map<string, Fields | undefined>();

/** The fields of a message of either API by their camel-case names; undefined when there is no such message. */
export function fieldsOf(message: string): Fields | undefined {
  if (known.has(message)) return known.get(message);
  const text = SHEETS_MESSAGES[message] ?? DRIVE_MESSAGES[message];
  const fields = text === undefined ? undefined : parse(message, text);
  known.set(message, fields);
  return fields;
}

function parse(message: string, text: string): Fields {
  const fields = new Map<string, FieldType>();
  for (const field of text.split(' ').filter((part) => part !== '')) {
    const [name = '', type = ''] = field.split(':');
    fields.set(name, fieldType(type, ENUMERATIONS.get(`${message}.${name}`)));
  }
  return fields;
}

function fieldType(text: string, enumeration: Enumeration | undefined): FieldType {
  const map = text.startsWith('{');
  const list = !map && text.endsWith('[]');
  const one = map ? text.slice(1, -1) : list ? text.slice(0, -2) : text;
  const scalar = SCALARS.find((name) => name === one);
  const kind = enumeration !== undefined ? 'enumeration' : (scalar ?? 'message');
  return { kind, list, map, enumeration, message: one };
}

/** `valueRenderOption` for `value_render_option`. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `user_entered_value` for `userEnteredValue`, as Google names fields in messages. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
