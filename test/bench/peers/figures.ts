import type { Figure, Figures, Unit } from '../bench.ts';
import { median } from '../median.ts';
import type { Turn } from './arena.ts';
import type { WorkResult } from './contest.ts';
import type { Work } from './peers.ts';

interface Measure {
  readonly name: string;
  readonly unit: Unit;
  /** The peer's turn has its end, so there is a report. */
  of(turn: Turn): number;
  /** What ours as a share of the best of the others is called. */
  readonly share?: string;
}

const MEASURES: readonly Measure[] = [
  // Rows and figures in DynamoDB. Peers that tell figures have done so before.
  { name: '', unit: 's', of: ({ steps }) => steps.get('stored') ?? Number.NaN, share: ', of the fastest' },
  {
    name: ', processor',
    unit: 's',
    of: ({ report }) => report?.processorSeconds ?? Number.NaN,
    share: ', processor, of the least',
  },
  { name: ', processor of the servers', unit: 's', of: ({ serverSeconds }) => serverSeconds },
  {
    name: ', write units',
    unit: 'units',
    of: ({ report }) => report?.writeUnits ?? Number.NaN,
    share: ', write units, of the fewest',
  },
  { name: ', peak memory', unit: 'MB', of: ({ report }) => report?.peakMb ?? Number.NaN },
  { name: ', calls', unit: 'calls', of: ({ calls }) => calls },
];

/** Of each work what everybody took, ours as the median of our turns, and ours as a share of the best of the others. */
export function figuresOf(works: ReadonlyMap<Work, WorkResult>, typed: ReadonlyMap<string, number>): Figures {
  const figures: Record<string, Figure> = {};
  for (const [work, { ours, theirs }] of works) {
    for (const { name, unit, of, share } of MEASURES) {
      const mine = median(ours.map(of));
      if (share) figures[work + share] = { value: mine / Math.min(...[...theirs.values()].map(of)), unit: 'x' };
      figures[`${work}${name}: leadsheet`] = { value: mine, unit };
      for (const [peer, turn] of theirs) figures[`${work}${name}: ${peer}`] = { value: of(turn), unit };
    }
    figures[`${work}, with all report tabs: leadsheet`] = {
      value: median(ours.map(({ seconds }) => seconds)),
      unit: 's',
    };
    for (const [peer, { steps, report }] of theirs) {
      const read = steps.get('read');
      if (read !== undefined) figures[`${work}, rows read: ${peer}`] = { value: read, unit: 's' };
      if (report?.waitedFor) figures[`${work}, rate limit beside it: ${peer}`] = { value: report.waitedFor, unit: 's' };
    }
  }
  for (const [who, seconds] of typed) figures[`one row typed, until the tabs: ${who}`] = { value: seconds, unit: 's' };
  return figures;
}
