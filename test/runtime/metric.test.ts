import { afterEach, expect, test, vi } from 'vitest';
import { log } from '../../lambdas/runtime/log.ts';
import { metrics } from '../../lambdas/runtime/metric.ts';

afterEach(() => vi.restoreAllMocks());

const printed = (run: () => void): string => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  run();
  return lines.join('');
};

test('a line of the log with metrics is a document of the embedded metric format', () => {
  expect(printed(() => log('report', { workbook: 'book' }, metrics({ freshness: 61_250 }, 1_763_600_000_000)))).toBe(
    '{"event":"report","workbook":"book",' +
      '"_aws":{"Timestamp":1763600000000,"CloudWatchMetrics":[{"Namespace":"Leadsheet","Dimensions":[[]],' +
      '"Metrics":[{"Name":"Freshness","Unit":"Milliseconds"}]}]},' +
      '"Freshness":61250}\n',
  );
});

test('several figures are one directive, each with its unit', () => {
  expect(metrics({ ticks: 1, sent: 0, stopped: 1, rejectedShare: 2.5 }, 7)).toEqual({
    _aws: {
      Timestamp: 7,
      CloudWatchMetrics: [
        {
          Namespace: 'Leadsheet',
          Dimensions: [[]],
          Metrics: [
            { Name: 'Ticks', Unit: 'Count' },
            { Name: 'Sent', Unit: 'Count' },
            { Name: 'Stopped', Unit: 'Count' },
            { Name: 'RejectedShare', Unit: 'Percent' },
          ],
        },
      ],
    },
    Ticks: 1,
    Sent: 0,
    Stopped: 1,
    RejectedShare: 2.5,
  });
});

test('a figure that is not known is left out, and without any the line is a plain one', () => {
  expect(metrics({ freshness: undefined }, 7)).toEqual({});
  expect(printed(() => log('report', { tabs: 0 }))).toBe('{"event":"report","tabs":0}\n');
});
