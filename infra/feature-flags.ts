import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };

/** How CDK behaves: as it advises for new projects, so that its defaults are the secure ones. */
export const FEATURE_FLAGS = {
  ...recommended,
  // CloudFormation then refuses to take the table away from functions that use it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};
