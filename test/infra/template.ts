import type { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';

const list = z.union([z.string().transform((one) => [one]), z.array(z.unknown())]);

const statement = z.object({
  Effect: z.string(),
  Action: list,
  Resource: z.unknown().transform((resource) => (Array.isArray(resource) ? resource : [resource])),
  Condition: z.unknown().optional(),
});
type Statement = z.infer<typeof statement>;

const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(statement) }),
  Roles: z.array(z.object({ Ref: z.string() })).default([]),
});

const lambda = z.object({
  Architectures: z.array(z.string()),
  Runtime: z.string(),
  Handler: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
  ReservedConcurrentExecutions: z.number().optional(),
});
type LambdaProperties = z.infer<typeof lambda>;

/** Properties of the resources of a type, by logical id. */
export const properties = (template: Template, type: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(template.findResources(type)).map(([id, found]) => [id, found.Properties]));

/** A function by the name of its folder, with which its logical id begins. */
export function functionOf(template: Template, name: string): LambdaProperties & { readonly id: string } {
  const all = Object.entries(properties(template, 'AWS::Lambda::Function'));
  const found = all.find(([id]) => id.toLowerCase().startsWith(`${name.replaceAll('-', '')}function`));
  if (found === undefined) throw new Error(`No function ${name} among ${all.map(([id]) => id).join(', ')}.`);
  return { id: found[0], ...lambda.parse(found[1]) };
}

/** Every statement of identity policies, or only those of one role. */
export function statements(template: Template, role?: string): Statement[] {
  const policies = Object.values(properties(template, 'AWS::IAM::Policy')).map((found) => policy.parse(found));
  return policies
    .filter((found) => role === undefined || found.Roles.some(({ Ref }) => Ref === role))
    .flatMap((found) => found.PolicyDocument.Statement);
}

/**
 * What the role of a function allows, as `action on resource`, sorted; a resource is its logical id, or its text, and with
 * `/KEY` for each partition of the table that it is bounded to.
 */
export function grantsOf(template: Template, name: string): string[] {
  const role = functionOf(template, name).Role['Fn::GetAtt'][0];
  const all = statements(template, role).flatMap(({ Action, Resource, Condition }) =>
    Action.flatMap((action) =>
      Resource.map((resource) => [`${action} on ${nameOf(resource)}`, ...partitionsOf(Condition)].join('/')),
    ),
  );
  return [...new Set(all)].sort();
}

const keys = z.object({ 'ForAllValues:StringEquals': z.object({ 'dynamodb:LeadingKeys': list }) });

function partitionsOf(condition: unknown): string[] {
  if (condition === undefined) return [];
  return keys.parse(condition)['ForAllValues:StringEquals']['dynamodb:LeadingKeys'].map(String);
}

/** The logical id without CDK's hash, `table` for the one of the other stack, or the text as it stands. */
function nameOf(resource: unknown): string {
  const { 'Fn::GetAtt': att, 'Fn::ImportValue': imported } = z
    .looseObject({
      'Fn::GetAtt': z.tuple([z.string(), z.string()]).optional(),
      'Fn::ImportValue': z.unknown().optional(),
    })
    .catch({ 'Fn::ImportValue': undefined })
    .parse(resource);
  if (att !== undefined) return att[0].replace(/[0-9A-F]{8}$/, '');
  if (imported !== undefined) return 'table';
  return typeof resource === 'string' ? resource : JSON.stringify(resource);
}
