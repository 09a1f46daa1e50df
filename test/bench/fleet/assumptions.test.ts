import { expect, test } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { functionOf, properties } from '../../infra/template.ts';
import { CONCURRENCY, DELIVERIES, KEPT_MS, MEMORY_GB, TIMEOUT_MS } from './assumptions.ts';

const { pipeline } = synthesize();

test.each(['dispatch', 'ingest', 'rollup', 'report'] as const)(
  '%s has the size and the time that is deployed',
  (name) => {
    const { MemorySize, Timeout } = functionOf(pipeline, name);
    expect(MEMORY_GB[name] * 1024).toBe(MemorySize);
    expect(TIMEOUT_MS[name]).toBe(Timeout * 1000);
  },
);

test('every stage takes as many messages at once as is deployed', () => {
  const sources = Object.values(properties(pipeline, 'AWS::Lambda::EventSourceMapping'));
  expect(sources).toHaveLength(3);
  for (const source of sources)
    expect(source).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: CONCURRENCY } });
});

test('queues deliver, wait and forget as is deployed', () => {
  const queues = Object.entries(properties(pipeline, 'AWS::SQS::Queue'));
  for (const stage of ['ingest', 'rollup', 'report'] as const) {
    const [, queue] = queues.find(([id]) => new RegExp(`^${stage}Queue[0-9A-F]{8}$`, 'i').test(id)) ?? [];
    expect(queue).toMatchObject({
      FifoQueue: true,
      VisibilityTimeout: (2 * TIMEOUT_MS[stage]) / 1000,
      MessageRetentionPeriod: KEPT_MS / 1000,
      RedrivePolicy: { maxReceiveCount: DELIVERIES },
    });
  }
});
