import { describe, expect, test } from 'vitest';
import { chartSpec } from '../../lambdas/sheets/chart-spec.ts';
import type { ChartLayout } from '../../lambdas/tabs/layout.ts';
import { lineChart, range } from '../support/sheets-layouts.ts';

const line = lineChart('MSIs a week', 14);
const basic = (chart: ChartLayout) => chartSpec(chart, 7).basicChart;

describe('a chart', () => {
  test('of lines: dashes, colour, axis titles, one header, legend below', () => {
    expect(chartSpec(line, 7)).toEqual({
      title: 'MSIs a week',
      altText: 'MSIs a week',
      hiddenDimensionStrategy: 'SHOW_ALL',
      basicChart: {
        chartType: 'LINE',
        legendPosition: 'BOTTOM_LEGEND',
        headerCount: 1,
        axis: [
          { position: 'BOTTOM_AXIS', title: 'Week' },
          { position: 'LEFT_AXIS', title: 'MSIs' },
        ],
        domains: [{ domain: source(0) }],
        series: [
          {
            series: source(1),
            targetAxis: 'LEFT_AXIS',
            colorStyle: { rgbColor: { red: 0.102, green: 0.451, blue: 0.9098 } },
            lineStyle: { type: 'MEDIUM_DASHED', width: 2 },
          },
        ],
      },
    });
  });

  test('that combines: a type per series, the second on the right axis, a line style for the line only', () => {
    const combo = basic({
      ...line,
      kind: 'COMBO',
      rightTitle: 'Closes',
      series: [{ range: range(0, 14, 1, 2) }, { range: range(0, 14, 2, 3), type: 'LINE', axis: 'RIGHT' }],
    });
    expect(combo?.series).toEqual([
      { series: source(1), targetAxis: 'LEFT_AXIS', type: 'COLUMN' },
      { series: source(2), targetAxis: 'RIGHT_AXIS', type: 'LINE', lineStyle: { type: 'SOLID', width: 2 } },
    ]);
    expect(combo?.axis).toContainEqual({ position: 'RIGHT_AXIS', title: 'Closes' });
  });

  test('of stacked columns', () => {
    expect(basic({ ...line, kind: 'STACKED_COLUMN' })).toMatchObject({ chartType: 'COLUMN', stackedType: 'STACKED' });
    expect(basic({ ...line, kind: 'COLUMN' })).not.toHaveProperty('stackedType');
    expect(basic({ ...line, kind: 'COLUMN' })?.series?.[0]).not.toHaveProperty('lineStyle');
  });

  test('of bars has its values along the bottom', () => {
    expect(basic({ ...line, kind: 'BAR' })?.series?.[0]).toMatchObject({ targetAxis: 'BOTTOM_AXIS' });
  });

  test('with a subtitle says it to those who cannot see it', () => {
    expect(chartSpec({ ...line, subtitle: '13 weeks' }, 7)).toMatchObject({
      subtitle: '13 weeks',
      altText: 'MSIs a week. 13 weeks',
    });
  });
});

function source(column: number) {
  return {
    sourceRange: {
      sources: [
        { sheetId: 7, startRowIndex: 0, endRowIndex: 14, startColumnIndex: column, endColumnIndex: column + 1 },
      ],
    },
  };
}
