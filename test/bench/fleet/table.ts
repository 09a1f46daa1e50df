import { markdownTable } from '../pages/page.ts';
import type { FleetSummary } from './summary.ts';

const HEADER = [
  'workbooks',
  'accounts',
  'rows an hour',
  'p50',
  'p95',
  'reads of an account',
  'writes',
  'ingest at once',
  'report at once',
  'longest tick',
  '$ a month',
  'most used',
];

export function fleetTable(summaries: readonly FleetSummary[]): string {
  const rows = summaries.map(({ fleet, editsAnHour, p50, p95, use, scarcest, dollars }) => [
    fleet.workbooks.toLocaleString('en'),
    String(fleet.accounts),
    Math.round(editsAnHour).toLocaleString('en'),
    lasting(p50),
    lasting(p95),
    percent(use['reads of an account']),
    percent(use['writes of an account']),
    percent(use['ingest at once']),
    percent(use['report at once']),
    `${(use['time of a tick'] * 60).toFixed(1)} s`,
    Math.round(dollars).toLocaleString('en'),
    `${scarcest.resource}, ${percent(scarcest.share)}`,
  ]);
  return markdownTable(HEADER, rows);
}

/** Seconds as a person says it. */
export function lasting(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'not that day';
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return seconds < 6000 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
