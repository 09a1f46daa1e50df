import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_OUTPUT, PERMISSION_OUTPUT } from '../../../local/sheets-server/drive/check-writable.ts';
import { driveOperations } from '../../../local/sheets-server/drive/operations.ts';
import { DRIVE_SHAPES } from '../../../local/sheets-server/schema/drive-shapes.ts';
import { fieldsOf } from '../../../local/sheets-server/schema/field-types.ts';

interface Parameter {
  readonly type: string;
  readonly location: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly enum?: readonly string[];
  readonly required?: boolean;
}
interface Method {
  readonly id: string;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly parameters?: Readonly<Record<string, Parameter>>;
}
interface Discovery {
  readonly resources: Readonly<Record<string, { readonly methods: Readonly<Record<string, Method>> }>>;
  readonly schemas: Readonly<
    Record<string, { readonly properties: Readonly<Record<string, { description?: string }>> }>
  >;
}

const file = new URL('../../../../shared/sheets-api/drive-v3.json', import.meta.url);
const present = existsSync(file);
if (!present) process.stderr.write('skipped: ../shared/sheets-api is not beside this checkout\n');
const discovery: Discovery = present ? JSON.parse(readFileSync(file, 'utf8')) : { resources: {}, schemas: {} };
const methods = new Map(
  Object.values(discovery.resources).flatMap((resource) =>
    Object.values(resource.methods).map((method) => [method.id, method] as const),
  ),
);

/** A parameter of the discovery document in the words of our schema. */
function written({ type, minimum, maximum, enum: words }: Parameter): string {
  if (words !== undefined) return words.join('|');
  if (type === 'integer') return `${minimum}..${maximum}`;
  return type === 'boolean' ? 'bool' : type;
}

it('has a shape for every operation', () => {
  expect(Object.keys(DRIVE_SHAPES).sort()).toEqual([...driveOperations.keys()].sort());
});

describe.skipIf(!present)('our schema of Drive beside the discovery document', () => {
  it.each(Object.entries(DRIVE_SHAPES))('%s', (id, shape) => {
    const { request, response, parameters = {} } = methods.get(id) ?? { id };
    const query = Object.entries(parameters).filter(([, { location }]) => location === 'query');
    expect(shape.query).toEqual(Object.fromEntries(query.map(([name, parameter]) => [name, written(parameter)])));
    expect(shape.required ?? []).toEqual(query.flatMap(([name, { required }]) => (required ? [name] : [])));
    expect([shape.body, shape.answer]).toEqual([request?.$ref, response?.$ref]);
  });

  it('knows every field of what it takes and answers', () => {
    for (const message of ['File', 'FileList', 'Permission', 'PermissionList', 'Change', 'ChangeList', 'About'])
      expect([...(fieldsOf(message)?.keys() ?? [])].sort(), message).toEqual(
        Object.keys(discovery.schemas[message]?.properties ?? {}).sort(),
      );
  });

  it('refuses to write what is for output only', () => {
    const output = (message: string) =>
      Object.entries(discovery.schemas[message]?.properties ?? {})
        .filter(([name, { description = '' }]) => name !== 'kind' && description.startsWith('Output only.'))
        .map(([name]) => name);
    expect([...FILE_OUTPUT].sort()).toEqual(expect.arrayContaining(output('File')));
    // Whose permission it is stands as "output only" too, though nobody could share without saying it.
    expect([...PERMISSION_OUTPUT, 'id', 'emailAddress', 'domain'].sort()).toEqual(output('Permission').sort());
  });
});
