import { expect, test } from 'vitest';
import { bill } from '../../../local/cost/bill.ts';
import { monthlyUsage } from '../../../local/cost/monthly-usage.ts';

const IDLE = { workbooks: 0, rows: 0, changesADay: 0, serviceAccounts: 1 };

test('a deployment without workbooks: ticks, polls, alarms, metrics', () => {
  const usage = monthlyUsage(IDLE);
  // 365 / 12 days of 1,440 minutes; three queues, each asked five times in 20 seconds.
  expect(usage.schedulerInvocations).toBeCloseTo(43_800, 6);
  expect(usage.sqsRequests).toBeCloseTo(43_800 * 3 * 3 * 5, 6);
  const lines = bill(usage);
  const of = (service: string, unit: string) =>
    lines.find((line) => line.service === service && line.what.includes(unit));
  // (1,971,000 - 1,000,000 free) at 50 cents a million.
  expect(of('SQS', 'requests')?.charged).toBeCloseTo(0.4855, 4);
  expect(of('SQS', 'requests')?.listed).toBeCloseTo(0.9855, 4);
  expect(of('CloudWatch', 'alarms')).toMatchObject({ listed: expect.closeTo(2.4, 9) });
  expect(of('Lambda', 'GB-seconds')?.charged).toBe(0);
});

test('one workbook by hand: 10 changes a working day in a sheet of no rows', () => {
  const idle = monthlyUsage(IDLE);
  const one = monthlyUsage({ ...IDLE, workbooks: 1, changesADay: 10 });
  // 210 changed runs of 25 write units; each is echoed once, and the calendar makes 6 a day: 210 + 182.5 unchanged ones.
  expect(one.dynamodbWriteUnits - idle.dynamodbWriteUnits).toBeCloseTo(210 * 25, 6);
  expect(one.lambdaRequests - idle.lambdaRequests).toBeCloseTo((210 + 210 + 182.5) * 3, 6);
  // Nine requests in three queues.
  expect(one.sqsRequests - idle.sqsRequests).toBeCloseTo((210 + 210 + 182.5) * 9, 6);
  // 0.35 and 0.15 core-seconds on 1 GB, of 1.769 GB to the core; 0.6 on half a GB: memory cancels out.
  expect(one.lambdaGbSeconds - idle.lambdaGbSeconds).toBeCloseTo(1.769 * (210 * 1.1 + 392.5 * 0.35), 6);
});

test('cost follows changes: twice the changes cost less than twice, and nothing is free of charge below zero', () => {
  for (const workbooks of [1, 10, 100]) {
    const at = (changesADay: number) =>
      bill(monthlyUsage({ workbooks, rows: 10_000, changesADay, serviceAccounts: 1 })).reduce(
        (sum, { listed }) => sum + listed,
        0,
      );
    expect(at(120)).toBeGreaterThan(at(60));
    expect(at(120)).toBeLessThan(2 * at(60));
  }
  expect(bill(monthlyUsage(IDLE)).every(({ charged, listed }) => charged >= 0 && charged <= listed)).toBe(true);
});
