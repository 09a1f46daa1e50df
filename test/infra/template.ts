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

/** The function of a stage: its logical id begins with the name of the stage. */
export function functionOf(template: Template, stage: string): LambdaProperties & { readonly id: string } {
  const all = Object.entries(properties(template, 'AWS::Lambda::Function'));
  const found = all.find(([id]) => id.toLowerCase().startsWith(stage));
  if (found === undefined) throw new Error(`No function of stage ${stage} among ${all.map(([id]) => id).join(', ')}.`);
  return { id: found[0], ...lambda.parse(found[1]) };
}

/** Every statement of identity policies, or only those of one role. */
export function statements(template: Template, role?: string): Statement[] {
  const policies = Object.values(properties(template, 'AWS::IAM::Policy')).map((found) => policy.parse(found));
  return policies
    .filter((found) => role === undefined || found.Roles.some(({ Ref }) => Ref === role))
    .flatMap((found) => found.PolicyDocument.Statement);
}

/** The actions that a stage's role allows, sorted. */
export const actionsOf = (template: Template, stage: string): string[] =>
  statements(template, functionOf(template, stage).Role['Fn::GetAtt'][0])
    .flatMap((found) => found.Action.map(String))
    .sort();
