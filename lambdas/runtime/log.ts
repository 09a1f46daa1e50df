import type { EmbeddedMetrics } from './metric.ts';

/**
 * One line of JSON for CloudWatch. Figures and ids only: never what people typed, never a credential. `metrics` (of
 * `metric.ts`) make figures of the line into metrics.
 */
export function log(
  event: string,
  fields: Readonly<Record<string, string | number | boolean | undefined>>,
  metrics: EmbeddedMetrics = {},
): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields, ...metrics })}\n`);
}
