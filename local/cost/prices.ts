/**
 * US dollars, list prices of AWS in us-east-1 (N. Virginia) as of November 2026, without free tiers except where said.
 * Other regions differ by up to a third. Sources: the pricing pages of Lambda, DynamoDB, SQS, EventBridge and CloudWatch.
 */
export const PRICES = {
  /** arm64, per GB-second and per request. */
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  /** On demand, per request unit. */
  dynamodbWriteUnit: 0.625e-6,
  dynamodbReadUnit: 0.125e-6,
  /** Per GB and month, backups to any second of 35 days included. */
  dynamodbStorageGb: 0.25 + 0.2,
  sqsFifoRequest: 0.5e-6,
  schedulerInvocation: 1e-6,
  cloudwatchMetric: 0.3,
  cloudwatchAlarm: 0.1,
  cloudwatchLogGb: 0.5,
  kmsKey: 1,
} as const;

/** What every account gets free each month, for ever. */
export const ALWAYS_FREE = {
  lambdaGbSeconds: 400_000,
  lambdaRequests: 1_000_000,
  sqsRequests: 1_000_000,
  schedulerInvocations: 14_000_000,
  dynamodbStorageGb: 25,
  cloudwatchMetrics: 10,
  cloudwatchAlarms: 10,
  cloudwatchLogGb: 5,
} as const;
