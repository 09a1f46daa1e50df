import { type Day, dayOfWeek } from '../../lambdas/domain/days/day.ts';
import { companyNames } from './company-names.ts';
import type { Entry } from './entry.ts';
import { SUPPORT } from './phrases.ts';
import type { Random } from './random.ts';
import { ROSTER, type SampleRep } from './roster.ts';
import { type SalesDeal, urgency } from './sales-deal.ts';
import { takeStep } from './sales-step.ts';
import type { WorkPlan } from './work-plan.ts';

const SATURDAY = 6;
/** Monday to Friday. */
const WEEKDAY = [1, 1.05, 1.05, 1, 0.85];
/** How much of today's work is written down at mid-afternoon. */
const TODAY_SO_FAR = 0.6;
/** A prospect that led nowhere may be tried again after so many days. */
const REST = 28;
const AFTER_THE_SALE: ReadonlySet<SalesDeal['stage']> = new Set(['booked', 'invoiced', 'paid', 'renewing']);

/** What the team did from the plan's first day until mid-afternoon of its last, in the order of the days. */
export function simulate(plan: WorkPlan, random: Random): Entry[] {
  const newName = companyNames(random);
  const rested: { prospect: string; from: Day }[] = [];
  const entries: Entry[] = [];
  const newDeal = (rep: SampleRep, stage: SalesDeal['stage'], due: Day, prospect = newName()): SalesDeal => {
    const amount = Math.max(300, Math.round(random.logNormal(rep.deal, 0.55) / 10) * 10);
    return { prospect, name: '', rep: rep.name, stage, due, tries: 0, talks: 0, amount, stalls: false };
  };
  const newLead = (rep: SampleRep, day: Day): SalesDeal => {
    const again = (rested[0]?.from ?? Infinity) <= day && random.chance(0.2) ? rested.shift()?.prospect : undefined;
    const lead = newDeal(rep, 'lead', day, again);
    deals.push(lead);
    return lead;
  };
  let deals = ROSTER.flatMap((rep) => inheritance(rep, plan, random, newDeal));

  const workADay = (rep: SampleRep, day: Day, touches: number): Entry[] => {
    const written: Entry[] = [];
    const due = deals
      .filter((deal) => deal.rep === rep.name && deal.due <= day)
      .sort((a, b) => urgency(a) - urgency(b) || a.due - b.due);
    const step = { random, rep, day, spawn: (deal: SalesDeal) => void deals.push(deal) };
    for (const deal of due.filter(({ stage }) => AFTER_THE_SALE.has(stage))) written.push(takeStep(deal, step));
    const selling = due.filter(({ stage }) => stage !== 'over' && !AFTER_THE_SALE.has(stage)).values();
    for (let touch = 0; touch < touches; touch++) {
      const deal = selling.next().value ?? newLead(rep, day);
      const wasLead = deal.stage === 'lead';
      written.push(takeStep(deal, step));
      if (wasLead && deal.stage === 'over') rested.push({ prospect: deal.prospect, from: day + REST });
    }
    return shuffled(written, random);
  };

  for (let day = plan.first; day <= plan.today; day++) {
    for (const rep of ROSTER) {
      const touches = touchesOn(day, rep, plan, random);
      if (touches === 0) continue;
      entries.push(...workADay(rep, day, touches));
      if (day < plan.today || random.chance(0.3)) entries.push(...support(rep, day, random));
    }
    deals = deals.filter(({ stage }) => stage !== 'over');
  }
  return entries;
}

function touchesOn(day: Day, rep: SampleRep, plan: WorkPlan, random: Random): number {
  const share = plan.share(rep, day);
  if (dayOfWeek(day) === SATURDAY && day >= plan.startOf(rep)) return random.chance(0.03) ? random.between(2, 5) : 0;
  if (share === 0) return 0;
  const wave = 1 + 0.1 * Math.sin((day - plan.first) / 18);
  const usual = rep.touches * share * wave * (WEEKDAY[dayOfWeek(day) - 1] ?? 1);
  const wanted = usual * (1 + 0.18 * random.normal());
  return Math.max(1, Math.round(wanted * (day === plan.today ? TODAY_SO_FAR : 1)));
}

/** Deals that were under way, and customers whose contracts run out, when the workbook began. */
function inheritance(
  rep: SampleRep,
  plan: WorkPlan,
  random: Random,
  newDeal: (rep: SampleRep, stage: SalesDeal['stage'], due: Day) => SalesDeal,
): SalesDeal[] {
  if (plan.startOf(rep) > plan.first) return [];
  const stages = ['opportunity', 'ask', 'ask', 'booking', 'losing', 'invoiced'] as const;
  const renewals = Array.from({ length: 3 }, () => newDeal(rep, 'renewing', plan.first + random.between(5, 175)));
  return [...stages.map((stage) => newDeal(rep, stage, plan.first + random.between(0, 20))), ...renewals];
}

/** One or two kinds of work outside selling, a row of minutes each. */
function support(rep: SampleRep, day: Day, random: Random): Entry[] {
  if (!random.chance(rep.logsTime)) return [];
  const kinds = new Set([random.pick(SUPPORT), random.pick(SUPPORT)]);
  return [...kinds].map(({ activity, minutes: [low, high] }) => ({
    date: day,
    rep: rep.name,
    activity,
    minutes: random.between(low / 5, high / 5) * 5,
  }));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
