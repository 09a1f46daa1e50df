import { existsSync, readFileSync } from 'node:fs';

/** Google's discovery document; it is not part of the project, and a checkout may be without it. */
const PATH = new URL('../../../shared/sheets-api/sheets-v4.json', import.meta.url);

export const discoveryIsHere = existsSync(PATH);
export const DISCOVERY_MISSING = 'the discovery document ../shared/sheets-api/sheets-v4.json is not here';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}

interface Method {
  readonly httpMethod: string;
  readonly flatPath: string;
  readonly request?: { readonly $ref: string };
  readonly parameters?: Readonly<Record<string, Schema & { readonly location?: string }>>;
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

interface Discovery extends Resource {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly parameters: Readonly<Record<string, Schema>>;
}

let document: Discovery | undefined;

function discovery(): Discovery {
  document ??= JSON.parse(readFileSync(PATH, 'utf8')) as Discovery; // Google's format, as far as the types above go
  return document;
}

/** What is wrong with a request body, each with the path to it; empty when Google knows every field of it. */
export function faultsOf(schemaName: string, value: unknown): string[] {
  return check({ $ref: schemaName }, value, schemaName);
}

/** What is wrong with method, path and query of a request, and then with its body. */
export function requestFaults(httpMethod: string, url: URL, body: unknown): string[] {
  const method = methods(discovery()).find(
    (candidate) => candidate.httpMethod === httpMethod && matches(candidate.flatPath, url.pathname),
  );
  if (method === undefined) return [`no method ${httpMethod} ${url.pathname}`];
  const query = { ...discovery().parameters, ...method.parameters };
  const unknown = [...url.searchParams.keys()].filter((name) => query[name] === undefined);
  return [
    ...unknown.map((name) => `no query parameter ${name}`),
    ...(method.request === undefined ? [] : check(method.request, body, method.request.$ref)),
  ];
}

function methods(resource: Resource): Method[] {
  return [
    ...Object.values(resource.methods ?? {}),
    ...Object.values(resource.resources ?? {}).flatMap((inner) => methods(inner)),
  ];
}

function matches(flatPath: string, pathname: string): boolean {
  const pattern = flatPath.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^/${pattern.join('[^/:]+')}$`).test(pathname);
}

function check(schema: Schema, value: unknown, path: string): string[] {
  if (schema.$ref !== undefined) {
    const target = discovery().schemas[schema.$ref];
    return target === undefined ? [`${path}: no schema ${schema.$ref}`] : check(target, value, path);
  }
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, path);
    case 'array':
      if (!Array.isArray(value)) return [`${path}: an array is expected`];
      return value.flatMap((item, index) => check(schema.items ?? {}, item, `${path}[${index}]`));
    case 'any':
    case undefined:
      return [];
    default:
      return checkScalar(schema, value, path);
  }
}

function checkObject(schema: Schema, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: an object is expected`];
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = schema.properties?.[name] ?? schema.additionalProperties;
    return property === undefined ? [`${path}.${name}: unknown field`] : check(property, inner, `${path}.${name}`);
  });
}

function checkScalar(schema: Schema, value: unknown, path: string): string[] {
  const type = schema.type === 'integer' || schema.type === 'number' ? 'number' : schema.type;
  if (typeof value !== type) return [`${path}: a ${schema.type} is expected, got ${JSON.stringify(value)}`];
  if (schema.type === 'integer' && !(Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31)) {
    return [`${path}: an int32 is expected, got ${value}`];
  }
  if (schema.enum !== undefined && !schema.enum.includes(String(value))) return [`${path}: no value ${value}`];
  return [];
}
