import type { Pace, PaceStatus } from '../domain/targets/pace.ts';
import { text } from './cells.ts';
import type { CellLayout, StyleName } from './layout.ts';

const STATUS: Readonly<Record<PaceStatus, readonly [string, StyleName]>> = {
  'on pace': ['▲ on pace', 'good'],
  caution: ['● caution', 'caution'],
  behind: ['▼ behind', 'bad'],
  off: ['off', 'muted'],
  'too few to tell': ['too few to tell', 'muted'],
  'not expected': ['–', 'muted'],
};

/** Readable without colour: a sign and a word. */
export function statusCell(pace: Pace): CellLayout {
  const [words, style] = STATUS[pace.status];
  return text(words, style);
}

/** Of those whose pace can be judged, how many are behind. */
export function judged(paces: readonly Pace[]): { readonly all: number; readonly behind: number } {
  const told = paces.filter(({ status }) => status === 'on pace' || status === 'caution' || status === 'behind');
  return { all: told.length, behind: told.filter(({ status }) => status === 'behind').length };
}
