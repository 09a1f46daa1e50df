import type { Usage } from './monthly-usage.ts';
import { ALWAYS_FREE, PRICES } from './prices.ts';

export interface BillLine {
  readonly service: string;
  /** What is charged, with its amount. */
  readonly what: string;
  /** US dollars a month, without free tiers. */
  readonly listed: number;
  /** After what every account gets free for ever, if nothing else in the account uses it. */
  readonly charged: number;
}

/** What a month costs, a line for each thing that AWS charges. */
export function bill(usage: Usage): BillLine[] {
  const line = (service: string, unit: string, amount: number, price: number, free = 0): BillLine => ({
    service,
    what: `${thousands(amount)} ${unit}`,
    listed: amount * price,
    charged: Math.max(0, amount - free) * price,
  });
  return [
    line('Lambda', 'GB-seconds', usage.lambdaGbSeconds, PRICES.lambdaGbSecond, ALWAYS_FREE.lambdaGbSeconds),
    line('Lambda', 'requests', usage.lambdaRequests, PRICES.lambdaRequest, ALWAYS_FREE.lambdaRequests),
    line('DynamoDB', 'write units', usage.dynamodbWriteUnits, PRICES.dynamodbWriteUnit),
    line('DynamoDB', 'read units', usage.dynamodbReadUnits, PRICES.dynamodbReadUnit),
    line('DynamoDB', 'GB with backups', usage.storageGb, PRICES.dynamodbStorageGb, ALWAYS_FREE.dynamodbStorageGb),
    line('SQS', 'requests', usage.sqsRequests, PRICES.sqsFifoRequest, ALWAYS_FREE.sqsRequests),
    line(
      'EventBridge Scheduler',
      'ticks',
      usage.schedulerInvocations,
      PRICES.schedulerInvocation,
      ALWAYS_FREE.schedulerInvocations,
    ),
    line('CloudWatch', 'metrics', usage.metrics, PRICES.cloudwatchMetric, ALWAYS_FREE.cloudwatchMetrics),
    line('CloudWatch', 'alarms', usage.alarms, PRICES.cloudwatchAlarm, ALWAYS_FREE.cloudwatchAlarms),
    line('KMS', 'key', usage.keys, PRICES.kmsKey),
    line('CloudWatch', 'GB of logs', usage.logGb, PRICES.cloudwatchLogGb, ALWAYS_FREE.cloudwatchLogGb),
  ];
}

const thousands = (amount: number): string =>
  amount >= 10 || Number.isInteger(amount) ? Math.round(amount).toLocaleString('en') : amount.toPrecision(2);
