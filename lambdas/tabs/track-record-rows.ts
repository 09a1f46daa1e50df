import { type Accuracy, accuracy, type PastForecast, type TrackRecord } from '../domain/forecast/track-record.ts';
import { count, EMPTY, money, plural, text } from './cells.ts';
import { shortDate } from './dates.ts';
import type { CellLayout } from './layout.ts';

/** "how good past forecasts were": in a sentence, in figures, and week by week. */
export function trackRecordRows(records: readonly TrackRecord[], minorDigits: number): CellLayout[][] {
  const heading = [text('How good past forecasts were', 'heading')];
  const longest = records.at(-1);
  if (!longest || records.every(({ forecasts }) => forecasts.length === 0))
    return [heading, [text('No forecast is old enough to be checked yet: the first one has to run out.', 'muted')]];
  return [
    heading,
    ...records.flatMap((record) => sentence(record)),
    [
      text(
        'What would have been forecast at the beginning of each week, from what the rows said until then. Forecasts for 4 weeks overlap, so neighbours are right or wrong together.',
        'muted',
      ),
    ],
    head(
      'Forecast',
      'Checked',
      'Closes: too high (+) or low (−)',
      'off by',
      'inside',
      'Revenue: too high or low',
      'off by',
      'inside',
    ),
    ...records.map((record) => accuracyRow(record, minorDigits)),
    [],
    head(
      'Week of',
      ...records.flatMap(({ weeks }) => [`${plural(weeks, 'week')} ahead: range`, 'expected', 'happened', 'inside']),
    ),
    ...weekRows(records),
  ];
}

const head = (...names: readonly string[]): CellLayout[] =>
  names.map((name, at) => text(name, at === 0 ? 'head' : 'head-right'));

/** "over the last 13 weeks the 4-week forecast was on average 1.2 closes too high; 11 of 13 fell inside the range" */
function sentence({ weeks, forecasts }: TrackRecord): CellLayout[][] {
  const closes = accuracy(forecasts, 'closes');
  if (!closes) return [];
  const bias = Math.round(Math.abs(closes.bias) * 10) / 10;
  const side =
    bias === 0
      ? 'neither too high nor too low'
      : `${bias} ${bias === 1 ? 'close' : 'closes'} too ${closes.bias > 0 ? 'high' : 'low'}`;
  const checked = forecasts.length === 1 ? 'The only' : `Over ${forecasts.length} weeks the`;
  const should = `about ${Math.round(0.8 * closes.forecasts)} should`;
  return [
    [
      text(
        `${checked} ${weeks}-week forecast was on average ${side}; ${closes.inside} of ${closes.forecasts} fell inside the range (${should}).`,
      ),
    ],
  ];
}

function accuracyRow({ weeks, forecasts }: TrackRecord, minorDigits: number): CellLayout[] {
  const amount = (minor: number): CellLayout => money(Math.round(minor), minorDigits);
  return [
    text(`${plural(weeks, 'week')} ahead`),
    count(forecasts.length),
    ...accuracyCells(accuracy(forecasts, 'closes'), (closes) => ({
      value: Math.round(closes * 10) / 10,
      style: 'decimal',
    })),
    ...accuracyCells(accuracy(forecasts, 'revenue'), amount),
  ];
}

const accuracyCells = (of: Accuracy | undefined, cell: (value: number) => CellLayout): CellLayout[] =>
  of
    ? [cell(of.bias), cell(of.meanError), text(`${of.inside}/${of.forecasts}`, 'count')]
    : [EMPTY, EMPTY, text('– (0/0)', 'count-muted')];

/** Newest first; a forecast that has not run out yet is left blank. */
function weekRows(records: readonly TrackRecord[]): CellLayout[][] {
  const weeks = new Set(records.flatMap(({ forecasts }) => forecasts.map(({ week }) => week)));
  return [...weeks]
    .sort((a, b) => b - a)
    .map((week) => [
      text(shortDate(week)),
      ...records.flatMap(({ forecasts }) => pastCells(forecasts.find((one) => one.week === week))),
    ]);
}

function pastCells(past: PastForecast | undefined): CellLayout[] {
  if (!past) return [EMPTY, EMPTY, EMPTY, EMPTY];
  const { low, expected, high, actual } = past.closes;
  const inside = low <= actual && actual <= high;
  return [
    text(`${low} to ${high}`, 'count-muted'),
    { value: Math.round(expected * 10) / 10, style: 'decimal' },
    count(actual),
    text(inside ? '✓ yes' : '✗ no', 'count'),
  ];
}
