import type { Entry } from './entry.ts';
import { MEANINGFUL, NOBODY_REACHED, SECOND_DEALS } from './phrases.ts';
import type { SalesDeal } from './sales-deal.ts';
import { base, decline, handOff, next, over, type Step } from './sales-moves.ts';

/** After so many attempts a rep gives a prospect a rest. */
const PATIENCE = 8;

/** What the rep does about a deal today, written down; the deal moves on to where it stands after that. */
export function takeStep(deal: SalesDeal, step: Step): Entry {
  const { rep, random } = step;
  const isTalk = deal.talks > 0 || ['lead', 'opportunity', 'ask'].includes(deal.stage);
  const missed = deal.stage === 'lead' ? rep.missed : rep.missed * 0.35;
  if (isTalk && random.chance(missed)) return nobodyReached(deal, step);
  if (deal.talks > 0) return followUp(deal, step);
  return STEPS[deal.stage](deal, step);
}

const STEPS: Readonly<Record<SalesDeal['stage'], (deal: SalesDeal, step: Step) => Entry>> = {
  lead: (deal, step) => {
    const { random, rep } = step;
    const unwritten = random.chance(0.02);
    if (random.chance(rep.toOpportunity)) {
      return {
        ...next(deal, step, 'opportunity', 1, 6),
        activity: 'Attempt to connect',
        outcome: random.pick(MEANINGFUL.attempt),
      };
    }
    const uninterested = random.chance(0.15) || ++deal.tries >= PATIENCE;
    const moved = uninterested ? over(deal, step) : next(deal, step, 'lead', 3, 12);
    const outcome = uninterested ? MEANINGFUL.notInterested : random.pick(MEANINGFUL.attempt);
    return { ...moved, activity: 'Attempt to connect', ...(!unwritten && { outcome }) };
  },
  opportunity: (deal, step) => {
    const { random, rep } = step;
    const entry: Entry = { outcome: random.pick(MEANINGFUL.opportunity), minutes: random.between(4, 12) * 5 };
    if (random.chance(rep.toAsk)) {
      Object.assign(entry, next(deal, step, 'ask', 2, 8));
      deal.talks = random.between(0, 2);
      if (random.chance(rep.handsOff)) handOff(deal, step);
    } else Object.assign(entry, decline(deal, step));
    return { ...entry, activity: 'Opportunity' };
  },
  ask: (deal, step) => {
    const { random, rep } = step;
    const asked = deal.amount;
    const won = random.chance(rep.toClose);
    const entry = won ? next(deal, step, 'booking', 3, 14) : decline(deal, step);
    if (won) {
      deal.talks = random.between(0, 2);
      deal.amount = Math.round((asked * random.between(85, 100)) / 500) * 5;
    }
    return { ...entry, activity: 'Ask', outcome: random.pick(MEANINGFUL.ask), amount: asked };
  },
  booking: (deal, step) => close(deal, step, 'Booked', () => next(deal, step, 'booked', 5, 15)),
  losing: (deal, step) => ({
    ...(step.random.chance(0.1) ? next(deal, step, 'reopening', 15, 40) : over(deal, step)),
    activity: 'Close',
    outcome: 'Lost',
  }),
  reopening: (deal, step) => {
    const entry = next(deal, step, 'ask', 2, 8);
    deal.stalls = false;
    return { ...entry, activity: 'Follow-up', outcome: 'Answered questions', notes: 'they came back' };
  },
  booked: (deal, step) =>
    step.random.chance(0.05)
      ? close(deal, step, 'Cancelled', () => over(deal, step))
      : close(deal, step, 'Invoiced', () => next(deal, step, 'invoiced', 14, 35)),
  invoiced: (deal, step) =>
    close(deal, step, 'Paid', () => (step.random.chance(0.25) ? next(deal, step, 'paid', 20, 60) : over(deal, step))),
  paid: (deal, step) => {
    const { random } = step;
    if (random.chance(0.12)) return close(deal, step, 'Refunded', () => over(deal, step));
    const entry = over(deal, step);
    const amount = Math.round(deal.amount / 10) * 5;
    step.spawn({
      ...deal,
      name: random.pick(SECOND_DEALS),
      stage: 'opportunity',
      due: step.day + 3,
      tries: 0,
      talks: 1,
      amount,
      stalls: false,
    });
    return { ...entry, activity: 'Follow-up', outcome: 'Asked for details', notes: 'wants more of it' };
  },
  renewing: (deal, step) => close(deal, step, 'Renewed', () => over(deal, step)),
  over: () => {
    throw new Error('a deal that is over takes no step');
  },
};

function nobodyReached(deal: SalesDeal, step: Step): Entry {
  const { random, rep } = step;
  const outcome = random.pick<string>(NOBODY_REACHED[rep.segment]);
  const isLead = deal.stage === 'lead';
  const dead = isLead && (outcome === 'Wrong number' || outcome === 'Bounced' || ++deal.tries >= PATIENCE);
  const moved = dead ? over(deal, step) : next(deal, step, deal.stage, 1, 4);
  return { ...moved, activity: isLead ? 'Attempt to connect' : 'Follow-up', outcome };
}

function followUp(deal: SalesDeal, step: Step): Entry {
  deal.talks--;
  const entry = next(deal, step, deal.stage, 2, 8);
  if (deal.talks === 0 && deal.stalls) deal.stage = 'over';
  return { ...entry, activity: 'Follow-up', outcome: step.random.pick(MEANINGFUL.followUp) };
}

function close(deal: SalesDeal, step: Step, outcome: string, move: () => Entry): Entry {
  const { amount } = deal;
  const { channel } = move();
  return { ...base(deal, step), ...(channel && { channel }), activity: 'Close', outcome, amount };
}
