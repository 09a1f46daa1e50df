import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FieldType, fieldsOf } from '../../../local/sheets-server/schema/field-types.ts';
import { generated } from '../../../local/sheets-server/schema/generate.ts';
import { OPERATION_SHAPES } from '../../../local/sheets-server/schema/operation-shapes.ts';

interface Property {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
  readonly enum?: readonly string[];
}
interface Method {
  readonly id: string;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly parameters: Readonly<Record<string, Property & { readonly location: string; readonly repeated?: boolean }>>;
}
interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}
interface Discovery extends Resource {
  readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> }>>;
}

const file = new URL('../../../../shared/sheets-api/sheets-v4.json', import.meta.url);
const present = existsSync(file);
if (!present) process.stderr.write('skipped: ../shared/sheets-api is not beside this checkout\n');
const discovery: Discovery = present ? JSON.parse(readFileSync(file, 'utf8')) : { schemas: {} };

/** A type of the discovery document in the words of our schema. */
function written(property: Property): string {
  if (property.$ref !== undefined) return property.$ref;
  if (property.type === 'array')
    return property.items?.type === 'array' ? 'line[]' : `${written(property.items ?? {})}[]`;
  if (property.type === 'object') return `{${written(property.additionalProperties ?? {})}}`;
  const names: Readonly<Record<string, string>> = { integer: 'int', number: 'double', boolean: 'bool' };
  return names[property.type ?? ''] ?? property.type ?? '';
}

const ours = ({ message, list, map }: FieldType) => (map ? `{${message}}` : list ? `${message}[]` : message);

const methods = (resource: Resource): Method[] => [
  ...Object.values(resource.methods ?? {}),
  ...Object.values(resource.resources ?? {}).flatMap(methods),
];

/** Only in answers, and about things that the server does not have. */
const NOT_KEPT = /^(DataExecutionStatus|RefreshCancellationStatus)\./;

it('is what the installed types say', () => {
  for (const { file, text } of generated()) expect(readFileSync(file, 'utf8')).toBe(text);
});

describe.skipIf(!present)('our schema beside the discovery document', () => {
  it('knows every field with its type', () => {
    for (const [message, { properties = {} }] of Object.entries(discovery.schemas))
      for (const [name, property] of Object.entries(properties)) {
        const type = fieldsOf(message)?.get(name);
        expect(type === undefined ? undefined : ours(type), `${message}.${name}`).toBe(written(property));
      }
  });

  it('knows every value of every enumeration', () => {
    for (const [message, { properties = {} }] of Object.entries(discovery.schemas))
      for (const [name, property] of Object.entries(properties)) {
        const wanted = property.enum ?? property.items?.enum;
        if (wanted === undefined || NOT_KEPT.test(`${message}.${name}`)) continue;
        const values = fieldsOf(message)?.get(name)?.enumeration?.values ?? [];
        expect([...values].sort(), `${message}.${name}`).toEqual([...wanted].sort());
      }
  });

  it('knows every method, its body, its answer and its parameters', () => {
    for (const { id, request, response, parameters } of methods(discovery)) {
      const name = id.replace(/^sheets\.(?:spreadsheets\.(?=\w+\.))?/, '');
      const shape = OPERATION_SHAPES[name];
      expect(shape?.body?.[0], name).toBe(request?.$ref);
      expect(shape?.answer, name).toBe(response?.$ref);
      const query = Object.keys(parameters).filter((parameter) => parameters[parameter]?.location === 'query');
      expect(Object.keys(shape?.query ?? {}).sort(), name).toEqual(query.sort());
    }
  });
});
