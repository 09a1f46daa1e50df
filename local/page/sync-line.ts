import type { StatusWire } from '../sheets-server/page/wire.ts';

/** One line on how far the reports follow the rows; `seconds` since the status was read. */
export function syncLine({ now, sync }: StatusWire, seconds: number): string {
  if (sync === undefined) return '';
  if (sync.running) return 'syncing …';
  if (sync.problem !== undefined) return sync.problem;
  return sync.at === undefined ? 'not synced yet' : `synced ${ago((now - sync.at) / 1000 + seconds)}`;
}

function ago(seconds: number): string {
  if (seconds < 1) return 'just now';
  if (seconds < 90) return `${Math.floor(seconds)} s ago`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min ago` : `${Math.round(seconds / 3600)} h ago`;
}
