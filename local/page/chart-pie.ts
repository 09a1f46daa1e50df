import type { EChartsCoreOption } from 'echarts/core';
import type { PieDrawing } from '../sheets-server/page/wire.ts';
import { percentText } from './chart-axes.ts';
import { chartFrame, tooltip } from './chart-frame.ts';
import type { Look } from './chart-look.ts';

/** A pie as Apache ECharts wants it. */
export function pieOption(drawing: PieDrawing, width: number, look: Look): EChartsCoreOption {
  const { slices, legend, hole } = drawing;
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  const place = legend === 'labels' ? 'none' : legend;
  const { option, inner } = chartFrame(
    drawing,
    slices.map(({ name }) => name),
    place,
    width,
    look,
  );
  const share = ({ dataIndex }: { dataIndex: number }) => percentText((slices[dataIndex]?.value ?? 0) / whole);
  const named = (item: { dataIndex: number }) => `${slices[item.dataIndex]?.name ?? ''}\n${share(item)}`;
  return {
    ...option,
    tooltip: {
      ...tooltip(look),
      trigger: 'item',
      formatter: (item: { dataIndex: number }) => {
        const slice = slices[item.dataIndex];
        return `${slice?.name ?? ''}: ${slice?.shown ?? ''} (${share(item)})`;
      },
    },
    series: [
      {
        type: 'pie',
        ...inner,
        radius: [`${hole * 90}%`, legend === 'labels' ? '62%' : '90%'],
        data: slices.map(({ name, value }, index) => ({
          name,
          value,
          itemStyle: { color: look.colour({}, index), borderColor: look.paper, borderWidth: 1 },
        })),
        label:
          legend === 'labels'
            ? {
                ...look.text,
                position: 'outside',
                formatter: named,
                lineHeight: 15,
                bleedMargin: 2,
                distanceToLabelLine: 3,
              }
            : {
                position: 'inside',
                color: '#fff',
                fontSize: 12,
                formatter: share,
                textBorderColor: '#0008',
                textBorderWidth: 2,
              },
        labelLine: { length: 8, length2: 6, lineStyle: { color: look.faint } },
        minShowLabelAngle: legend === 'labels' ? 0 : 14,
      },
    ],
  };
}
