import { percentile } from '../../conditional-format/gradient.ts';
import { type JsonObject, numberOf, objectOf, stringOf } from '../../json.ts';
import { hexOf, inBothModes } from '../colours.ts';
import type { ScoreDrawing } from '../wire.ts';
import { numberIn, type ReadSource, type SourceCell } from './chart-source.ts';
import { heading } from './heading.ts';

/** One number, and how it compares with another. */
export function scorecardChart(spec: JsonObject, read: ReadSource): ScoreDrawing {
  const card = objectOf(spec.scorecardChart);
  const how = stringOf(card.aggregateType);
  const factor = numberOf(card.scaleFactor) ?? 1;
  const key = aggregated(read(card.keyValueData), how, factor);
  const base = card.baselineValueData === undefined ? undefined : aggregated(read(card.baselineValueData), how, factor);
  const format = objectOf(card.baselineValueFormat);
  return {
    kind: 'score',
    ...heading(spec),
    value: key === undefined ? '–' : key.cell.show(key.value),
    ...(key !== undefined && base !== undefined && { baseline: compared(key, base, format) }),
  };
}

interface Figure {
  readonly value: number;
  readonly cell: SourceCell;
}

function aggregated(cells: readonly SourceCell[], how: string | undefined, factor: number): Figure | undefined {
  const [cell] = cells.filter((one) => numberIn(one) !== null);
  const numbers = cells
    .map(numberIn)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  if (cell === undefined) return undefined;
  const sum = numbers.reduce((total, value) => total + value, 0);
  const values: Readonly<Record<string, number | undefined>> = {
    SUM: sum,
    AVERAGE: sum / numbers.length,
    COUNT: numbers.length,
    MIN: numbers[0],
    MAX: numbers.at(-1),
    MEDIAN: percentile(numbers, 0.5),
  };
  return { value: (values[how ?? ''] ?? numberIn(cell) ?? 0) / factor, cell };
}

function compared(key: Figure, base: Figure, format: JsonObject): NonNullable<ScoreDrawing['baseline']> {
  const difference = key.value - base.value;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
  const figure =
    format.comparisonType === 'PERCENTAGE_DIFFERENCE'
      ? base.value === 0
        ? '–'
        : `${Math.round((Math.abs(difference) / Math.abs(base.value)) * 1000) / 10}%`
      : format.comparisonType === 'ABSOLUTE_DIFFERENCE'
        ? key.cell.show(Math.abs(difference))
        : base.cell.show(base.value);
  const hex =
    direction === 'up'
      ? hexOf(format.positiveColorStyle, format.positiveColor)
      : hexOf(format.negativeColorStyle, format.negativeColor);
  return {
    text: [figure, stringOf(format.description)].filter(Boolean).join(' '),
    direction,
    ...(hex !== undefined && direction !== 'same' && { colour: inBothModes(hex, 'text') }),
  };
}
