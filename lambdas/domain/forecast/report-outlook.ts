import type { Day } from '../days/day.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { Facts } from '../weeks/facts.ts';
import { type Expected, openDealsAhead } from './expected-closes.ts';
import { type Forecast, forecast, repForecastDay } from './forecast.ts';
import type { ForecastInput } from './forecast-input.ts';
import { FORECAST_SEED } from './past-forecasts.ts';
import { standingNow } from './standing.ts';
import { type TrackRecord, trackRecords } from './track-record.ts';

/** What the coming weeks may bring, as a report tells it. */
export interface ReportOutlook {
  /** The first day that is forecast: it does not count as over. */
  readonly from: Day;
  /** What open deals are expected to bring a rep, or the team, until the end of one of the days that were asked for. */
  readonly openThrough: (rep: RepKey, day: Day) => Expected;
  /** Absent = not enough history. */
  readonly forecast: Forecast | undefined;
  readonly trackRecords: readonly TrackRecord[];
}

/** `days`: those that somebody will ask for. */
export function reportOutlook(
  input: ForecastInput & { readonly facts: Pick<Facts, 'forecasts'> },
  days: readonly Day[],
): ReportOutlook {
  const standing = standingNow(input);
  const open = openDealsAhead(standing, [repForecastDay(standing), ...days]);
  return {
    from: standing.from,
    openThrough: open.through,
    forecast: forecast(standing, FORECAST_SEED, open),
    trackRecords: trackRecords(input, FORECAST_SEED, input.facts.forecasts),
  };
}
