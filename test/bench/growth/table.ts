import { markdownTable } from '../pages/page.ts';
import type { PointCost } from './measure.ts';
import { onCurve } from './pictures.ts';
import { type Curve, USUAL_EDITS } from './points.ts';

const HEADER = [
  'ingest, processor s',
  'warm',
  'rollup, processor s',
  'both, s',
  'read units',
  'write units',
  'ingest, peak MB',
  'rollup, peak MB',
  'Sheets calls',
];

/** What one run costs, point by point. */
export function growthTable(costs: readonly PointCost[], curve: Curve): string {
  const rows = onCurve(costs, curve).map(({ x, cost: { warm }, run: { edits, ingest, rollup } }) => [
    x.toLocaleString('en'),
    ingest.processorSeconds.toFixed(2),
    edits === USUAL_EDITS && warm ? warm.processorSeconds.toFixed(2) : '–',
    rollup.processorSeconds.toFixed(2),
    (ingest.seconds + rollup.seconds).toFixed(1),
    whole(ingest.readUnits + rollup.readUnits),
    whole(ingest.writeUnits + rollup.writeUnits),
    whole(ingest.peakMb),
    whole(rollup.peakMb),
    `${ingest.sheetsReads} + ${ingest.sheetsWrites}`,
  ]);
  return markdownTable([curve, ...HEADER], rows);
}

/** Of the same workbooks: the first load, and a minute in which nobody typed. */
export function loadTable(costs: readonly PointCost[]): string {
  const header = [
    'rows',
    'payload MB',
    'ingest, processor s',
    'rollup, processor s',
    'write units',
    'a row',
    'ingest, peak MB',
    'unchanged, processor s',
    'its units',
    'peak MB',
  ];
  const rows = onCurve(costs, 'rows').map(({ x, cost: { payloadMb, load, unchanged } }) => {
    const units = load.ingest.writeUnits + load.rollup.writeUnits;
    return [
      x.toLocaleString('en'),
      payloadMb.toFixed(1),
      load.ingest.processorSeconds.toFixed(1),
      load.rollup.processorSeconds.toFixed(1),
      whole(units),
      (units / x).toFixed(2),
      whole(load.ingest.peakMb),
      unchanged.processorSeconds.toFixed(2),
      `${unchanged.readUnits} + ${unchanged.writeUnits}`,
      whole(unchanged.peakMb),
    ];
  });
  return markdownTable(header, rows);
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
