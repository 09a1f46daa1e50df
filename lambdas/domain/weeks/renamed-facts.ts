import type { RepKey } from '../rows/rep-key.ts';
import type { Facts, FixedTargets } from './facts.ts';

/**
 * "a renamed rep keeps the history": what was decided for reps, under the keys that they have now. Who has something
 * under both names keeps that of the new one.
 */
export function renamedFacts(facts: Facts, keyNow: (rep: RepKey) => RepKey): Facts {
  return {
    ...facts,
    targets: facts.targets.map((fixed) => renamedTargets(fixed, keyNow)),
    agendas: facts.agendas.map((agenda) => ({
      ...agenda,
      deals: agenda.deals.map(([rep, deals]) => [keyNow(rep), deals] as const),
    })),
  };
}

function renamedTargets({ week, reps }: FixedTargets, keyNow: (rep: RepKey) => RepKey): FixedTargets {
  const renamed = Object.entries(reps).map(([rep, target]) => [keyNow(rep), target] as const);
  return { week, reps: { ...Object.fromEntries(renamed), ...stillSo(reps, keyNow) } };
}

const stillSo = (reps: FixedTargets['reps'], keyNow: (rep: RepKey) => RepKey): FixedTargets['reps'] =>
  Object.fromEntries(Object.entries(reps).filter(([rep]) => keyNow(rep) === rep));
