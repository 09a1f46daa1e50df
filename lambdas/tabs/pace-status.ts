import type { Pace, PaceStatus } from '../domain/targets/pace.ts';
import { plural, text } from './cells.ts';
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

/**
 * `3 of 4 reps behind pace`; where some are off or have too little expected of them, of whom it is said. Who is not on
 * Team is none of them.
 * `undefined` = of nobody.
 */
export function whoIsBehind(all: readonly Pace[], pace = ''): string | undefined {
  const paces = all.filter(({ status }) => status !== 'not expected');
  const judged = paces.filter(({ status }) => status === 'on pace' || status === 'caution' || status === 'behind');
  const behind = judged.filter(({ status }) => status === 'behind').length;
  const reps = plural(judged.length, 'rep');
  const told = `behind ${pace}`.trim();
  if (judged.length === 0) return undefined;
  if (judged.length === paces.length) return behind === 0 ? `nobody ${told}` : `${behind} of ${reps} ${told}`;
  if (judged.length === 1) return `the only rep who can be judged is ${behind === 0 ? 'not ' : ''}${told}`;
  return `${behind === 0 ? 'none' : behind} of the ${reps} who can be judged ${behind > 1 ? 'are' : 'is'} ${told}`;
}
