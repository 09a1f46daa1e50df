import type { Day } from '../../lambdas/domain/days/day.ts';
import type { Entry } from './entry.ts';
import { CHANNELS, NEXT_STEPS, NOTES } from './phrases.ts';
import type { Random } from './random.ts';
import { RECEIVERS, type SampleRep } from './roster.ts';
import type { SalesDeal } from './sales-deal.ts';

export interface Step {
  readonly random: Random;
  readonly rep: SampleRep;
  readonly day: Day;
  /** A deal that grew out of this one, to be worked later. */
  spawn(deal: SalesDeal): void;
}

/** Lost, and said so, or never heard of again. */
export function decline(deal: SalesDeal, step: Step): Entry {
  deal.stalls = step.random.chance(0.45);
  const entry = next(deal, step, 'losing', 4, 14);
  deal.talks = step.random.between(deal.stalls ? 1 : 0, 2);
  return entry;
}

export function handOff(deal: SalesDeal, { random }: Step): void {
  deal.rep = random.pick(RECEIVERS);
  deal.amount *= 3;
  deal.talks = 1;
}

export function over(deal: SalesDeal, step: Step): Entry {
  deal.stage = 'over';
  return { ...base(deal, step), channel: step.random.pick<string>(CHANNELS[step.rep.segment]) };
}

/** Moves the deal to a stage that is due in so many days, and what the rep writes down about it. */
export function next(deal: SalesDeal, step: Step, stage: SalesDeal['stage'], low: number, high: number): Entry {
  const { random, rep, day } = step;
  deal.stage = stage;
  deal.due = day + Math.max(1, Math.round(random.between(low, high) * (stage === 'lead' ? 1 : rep.slowness)));
  const entry: Entry = { ...base(deal, step), channel: random.pick<string>(CHANNELS[rep.segment]) };
  const words = NEXT_STEPS[stage === 'lead' || stage === 'opportunity' || stage === 'ask' ? stage : 'decision'];
  if (random.chance(stage === 'lead' ? 0.3 : 0.8))
    Object.assign(entry, { nextStep: random.pick<string>(words), nextStepDate: deal.due });
  if (random.chance(0.35)) entry.minutes = random.between(1, 4) * 5;
  if (random.chance(0.06)) entry.notes = random.pick<string>(NOTES);
  return entry;
}

export const base = (deal: SalesDeal, { rep, day }: Step): Entry => ({
  date: day,
  rep: rep.name,
  prospect: deal.prospect,
  ...(deal.name && { deal: deal.name }),
});
