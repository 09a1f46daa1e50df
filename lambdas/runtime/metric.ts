import { METRICS } from '../contract.ts';

type Figure = Exclude<keyof typeof METRICS, 'namespace'>;

const UNITS: Readonly<Record<Figure, 'Milliseconds' | 'Percent' | 'Count'>> = {
  freshness: 'Milliseconds',
  rejectedShare: 'Percent',
  sent: 'Count',
  ticks: 'Count',
  stopped: 'Count',
};

/** What makes figures of a line of the log into metrics; `{}` adds nothing to the line. */
export type EmbeddedMetrics = Readonly<Record<string, unknown>>;

/**
 * Figures as members of a log line that CloudWatch reads as metrics, without dimensions; `at` in epoch milliseconds.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metrics(figures: Readonly<Partial<Record<Figure, number | undefined>>>, at: number): EmbeddedMetrics {
  const known = Object.entries(figures).filter((entry): entry is [Figure, number] => entry[1] !== undefined);
  if (known.length === 0) return {};
  return {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        {
          Namespace: METRICS.namespace,
          Dimensions: [[]],
          Metrics: known.map(([figure]) => ({ Name: METRICS[figure], Unit: UNITS[figure] })),
        },
      ],
    },
    ...Object.fromEntries(known.map(([figure, value]) => [METRICS[figure], value])),
  };
}
