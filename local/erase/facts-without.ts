import type { Facts } from '../../lambdas/domain/weeks/facts.ts';
import type { Person } from './person.ts';

/**
 * What was decided, without deals of the person; the same object when it names none. Only agendas name deals: targets,
 * forecasts and closed weeks are counts, and counts of past weeks stay as they were reported.
 */
export function factsWithout(facts: Facts, person: Person): Facts {
  const named = facts.agendas.some(({ deals }) => deals.some(([, keys]) => keys.some(person.ownsDeal)));
  if (!named) return facts;
  const agendas = facts.agendas.map((agenda) => ({
    ...agenda,
    deals: agenda.deals.map(([rep, keys]) => [rep, keys.filter((key) => !person.ownsDeal(key))] as const),
  }));
  return { ...facts, agendas };
}
