import { phrase } from '../domain/cells/phrase.ts';
import { type RepKey, UNASSIGNED_NAME } from '../domain/rows/rep-key.ts';
import type { ReportFigures } from './report-figures.ts';

/** The names of some reps as Team spells them, or as typed: `Ana, Ben`; nobody = `(unassigned)`. */
export function repNamer({ rules, quality }: ReportFigures): (reps: readonly RepKey[]) => string {
  const members = new Map(rules.team.members.map(({ name }) => [`r:${phrase(name)}`, name]));
  const nameOf = (rep: RepKey): string => members.get(rep) ?? quality.names[rep] ?? rep.slice(2);
  return (reps) => (reps.length === 0 ? UNASSIGNED_NAME : reps.map(nameOf).join(', '));
}
