import { CHANNELS, MEANINGFUL, NOBODY_REACHED, NOTES, SUPPORT } from '../../../local/sample/phrases.ts';
import type { Random } from '../../../local/sample/random.ts';

/** What a rep did once, before it is typed. */
export interface Deed {
  readonly prospect: string;
  readonly deal: string;
  readonly activity: string;
  readonly outcome: string;
  readonly count?: number;
  readonly amount?: number;
  readonly channel: string;
  readonly minutes?: number;
  readonly notes: string;
}

interface Deal {
  readonly prospect: string;
  readonly deal: string;
  readonly worth: number;
  attempts: number;
  /** What comes next. */
  step: 'connect' | 'opportunity' | 'ask' | 'decide' | 'invoice' | 'pay';
}

type Act = Pick<Deed, 'activity' | 'outcome'> & Partial<Deed>;

const MOST_ATTEMPTS = 7;

/**
 * A rep who works through a pipeline: about seven rows a deal, one deal in ten won. Which deal comes next is drawn, so
 * rows of a deal lie days to weeks apart, as in real logs.
 */
export class SalesRep {
  private readonly leads: Deal[] = [];
  private readonly deals: Deal[] = [];
  private readonly random: Random;
  private readonly newProspect: () => string;

  constructor(random: Random, newProspect: () => string) {
    this.random = random;
    this.newProspect = newProspect;
  }

  next(): Deed {
    const { random } = this;
    if (random.chance(0.07)) {
      const { activity, minutes } = random.pick(SUPPORT);
      return { ...BLANK, activity, minutes: random.between(...minutes) };
    }
    const deal = this.deals.length > 0 && random.chance(0.45) ? random.pick(this.deals) : this.lead();
    const notes = random.chance(0.3) ? random.pick(NOTES) : '';
    const channel = random.pick(CHANNELS.Inside);
    return { ...BLANK, prospect: deal.prospect, deal: deal.deal, channel, notes, ...this.act(deal) };
  }

  private lead(): Deal {
    const { random } = this;
    if (this.leads.length > 0 && random.chance(0.7)) return random.pick(this.leads);
    const deal: Deal = {
      prospect: this.newProspect(),
      deal: random.chance(0.1) ? 'Extension' : '',
      worth: Math.round(random.logNormal(3500, 0.7)),
      attempts: 0,
      step: 'connect',
    };
    this.leads.push(deal);
    return deal;
  }

  private act(deal: Deal): Act {
    const { random } = this;
    switch (deal.step) {
      case 'connect':
        return this.connect(deal);
      case 'opportunity':
        deal.step = 'ask';
        return { activity: 'Opportunity', outcome: random.pick(MEANINGFUL.opportunity) };
      case 'ask':
        if (random.chance(0.5)) return { activity: 'Follow-up', outcome: random.pick(MEANINGFUL.followUp) };
        deal.step = 'decide';
        return { activity: 'Ask', outcome: random.pick(MEANINGFUL.ask), amount: deal.worth };
      case 'decide':
        if (random.chance(0.4)) return { activity: 'Follow-up', outcome: random.pick(MEANINGFUL.followUp) };
        if (random.chance(0.6)) return this.over(this.deals, deal, { activity: 'Close', outcome: 'Lost' });
        deal.step = 'invoice';
        return { activity: 'Close', outcome: 'Booked', amount: deal.worth };
      case 'invoice':
        deal.step = 'pay';
        return { activity: 'Close', outcome: 'Invoiced', amount: deal.worth };
      case 'pay':
        return this.over(this.deals, deal, { activity: 'Close', outcome: 'Paid', amount: deal.worth });
    }
  }

  private connect(deal: Deal): Act {
    const { random } = this;
    const activity = 'Attempt to connect';
    deal.attempts++;
    if (random.chance(0.35)) {
      remove(this.leads, deal);
      deal.step = 'opportunity';
      this.deals.push(deal);
      return { activity, outcome: random.pick(MEANINGFUL.attempt) };
    }
    if (deal.attempts >= MOST_ATTEMPTS) return this.over(this.leads, deal, { activity, outcome: 'Not interested' });
    if (random.chance(0.1)) return { activity, outcome: '' };
    const calls = random.chance(0.04) ? { count: random.between(2, 20) } : {};
    return { activity, outcome: random.pick(NOBODY_REACHED.Inside), ...calls };
  }

  private over(list: Deal[], deal: Deal, act: Act): Act {
    remove(list, deal);
    return act;
  }
}

const BLANK = { prospect: '', deal: '', outcome: '', channel: '', notes: '' };

function remove(list: Deal[], deal: Deal): void {
  const at = list.indexOf(deal);
  if (at >= 0) list.splice(at, 1);
}
