import type { AxesDrawing, SeriesWire } from '../sheets-server/page/wire.ts';
import { categoryLabels } from './category-labels.ts';
import { type Look, CHART_PIXELS as PIXELS } from './chart-look.ts';
import { textWidth } from './text-width.ts';

const LONGEST_LABEL = 110;

export function categoryAxis({ categories, horizontal, axisTitles }: AxesDrawing, pixels: number, look: Look) {
  const widths = categories.map((label) => Math.min(LONGEST_LABEL, textWidth(label, PIXELS)));
  const { rotate, skip } = horizontal ? { rotate: 0, skip: 0 } : categoryLabels(widths, pixels);
  const slant = (rotate * Math.PI) / 180;
  const labelHeight = Math.max(0, ...widths) * Math.sin(slant) + PIXELS * Math.cos(slant);
  return {
    type: 'category',
    data: [...categories],
    name: axisTitles[horizontal ? 'LEFT_AXIS' : 'BOTTOM_AXIS'] ?? '',
    inverse: horizontal,
    nameLocation: 'middle',
    nameGap: horizontal ? Math.max(0, ...widths) + 16 : labelHeight + 16,
    nameTextStyle: { ...look.text, color: look.faint },
    axisLabel: { ...look.text, interval: skip, rotate, hideOverlap: false, width: LONGEST_LABEL, overflow: 'truncate' },
    axisLine: { lineStyle: { color: look.faint } },
    axisTick: { show: false },
  };
}

/** The axis of numbers at a position, for the series that are drawn along it. */
export function valueAxis(
  { axisTitles, axisRanges, horizontal }: AxesDrawing,
  position: 'BOTTOM_AXIS' | 'LEFT_AXIS' | 'RIGHT_AXIS',
  series: readonly SeriesWire[],
  look: Look,
) {
  const percent = series.length > 0 && series.every((one) => one.percent);
  const whole = series.length > 0 && series.every((one) => one.stack !== undefined && isShare(one));
  return {
    type: 'value',
    name: axisTitles[position] ?? '',
    nameLocation: 'middle',
    nameGap: horizontal || position === 'BOTTOM_AXIS' ? 28 : 34,
    nameTextStyle: { ...look.text, color: look.faint },
    axisLabel: { ...look.text, hideOverlap: true, ...(percent && { formatter: percentText }) },
    axisLine: { show: false },
    splitLine: { show: position !== 'RIGHT_AXIS', lineStyle: { color: look.line } },
    ...(percent && whole && { max: 1 }),
    // There is no half of a call.
    ...(series.length > 0 && series.every(isWhole) && { minInterval: 1 }),
    ...axisRanges[position],
  };
}

const isWhole = ({ values }: SeriesWire): boolean => values.every((value) => value === null || Number.isInteger(value));

const isShare = ({ percent, values }: SeriesWire): boolean =>
  percent && values.every((value) => value === null || (value >= 0 && value <= 1));

export const percentText = (value: number): string => `${Math.round(value * 1000) / 10}%`;
