import { testRandom } from './simulated-team.ts';
import { SoakLedger, type SoakRow } from './soak-ledger.ts';

export interface SoakOptions {
  readonly reps: number;
  readonly seed: number;
  /** Serial day of the first Monday. */
  readonly first: number;
}

type Cell = string | number;
export const SOAK_HEADER: readonly string[] = [
  ...['Date', 'Rep', 'Prospect', 'Activity', 'Outcome', 'Count', 'Amount', 'Notes'],
];

/** A prospect somebody works: how far it has come. */
interface Lead {
  readonly prospect: string;
  step: number;
}

/** Reps who type, forget, correct and delete, day by day; what they do stands in the ledger as well. */
export class SoakTeam {
  readonly ledger = new SoakLedger();
  /** The sheet below its header, and the id in the ledger of each row. */
  readonly rows: { readonly id: number; row: SoakRow }[] = [];
  private readonly random: () => number;
  private readonly leads = new Map<string, Lead[]>();
  private readonly options: SoakOptions;
  private prospects = 0;

  constructor(options: SoakOptions) {
    this.options = options;
    this.random = testRandom(options.seed);
  }

  /** One day of work; the sheet is then at this version. */
  live(day: number, version: number): void {
    const weekend = (day - 2) % 7 > 4;
    if (!weekend)
      for (let rep = 0; rep < this.options.reps; rep++) if (this.chance(0.9)) this.work(`Rep ${rep}`, day, version);
    const late = weekend ? 0 : Math.ceil(this.options.reps / 20);
    for (let n = 0; n < late; n++) this.type(this.contact(this.someRep(), day - this.below(20)), version);
    for (let n = 0; n <= this.options.reps / 25; n++) this.correct(version);
    if (this.chance(0.5) && this.rows.length > 20) {
      const [gone] = this.rows.splice(this.rows.length - 1 - this.below(20), 1);
      if (gone) this.ledger.remove(gone.id, version);
    }
    if (this.chance(0.05)) this.rows.sort((a, b) => (a.row.prospect < b.row.prospect ? -1 : 1));
  }

  cells(): Cell[][] {
    return this.rows.map(({ row, id }) => [
      ...[row.day, row.reps.join('; '), row.prospect, row.activity, row.outcome],
      ...[row.count === 1 ? '' : row.count, row.amount ?? '', id % 3 === 0 ? `note ${id}` : ''],
    ]);
  }

  private work(rep: string, day: number, version: number): void {
    const leads = this.leads.get(rep) ?? [];
    this.leads.set(rep, leads);
    if (leads.length < 4 && this.chance(0.5)) leads.push({ prospect: `Prospect ${++this.prospects}`, step: 0 });
    const lead = leads[this.below(leads.length)];
    if (!lead) {
      const office = { day, reps: [rep], prospect: '', activity: 'Administration', outcome: '', count: 1 };
      this.type({ ...office, amount: undefined }, version);
      return;
    }
    const activity = ['Attempt to connect', 'Follow-up', 'Opportunity', 'Ask', 'Close'][lead.step] ?? 'Close';
    const amount = lead.step >= 3 ? 100 + this.below(900) : undefined;
    const outcome = activity === 'Close' ? (this.chance(0.6) ? 'Booked' : 'Lost') : this.outcome();
    const reps = activity !== 'Close' && this.chance(0.03) ? [...new Set([rep, this.someRep()])] : [rep];
    this.type({ day, reps, prospect: lead.prospect, activity, outcome, count: 1, amount }, version);
    if (activity === 'Close') leads.splice(leads.indexOf(lead), 1);
    else if (this.chance(0.6)) lead.step += 1;
  }

  /** Somebody corrects one of the newer rows; decisions stand. */
  private correct(version: number): void {
    const each = this.rows[this.rows.length - 1 - this.below(Math.min(this.rows.length, 40 * this.options.reps))];
    if (!each || each.row.activity === 'Close' || each.row.activity === 'Administration') return;
    const change = this.below(4);
    if (change === 0) each.row = { ...each.row, outcome: this.outcome() };
    else if (change === 1) each.row = { ...each.row, count: 1 + this.below(5) };
    else if (change === 2) each.row = { ...each.row, reps: [this.someRep()] };
    else each.row = { ...each.row, amount: this.below(500) + 1 };
    this.ledger.edit(each.id, version, each.row);
  }

  private contact(rep: string, day: number): SoakRow {
    const prospect = `Prospect ${++this.prospects}`;
    const row = { reps: [rep], prospect, activity: 'Follow-up', outcome: this.outcome(), count: 1, amount: undefined };
    return { ...row, day: Math.max(day, this.options.first) };
  }

  private type(row: SoakRow, version: number): void {
    this.rows.push({ id: this.ledger.add(version, row), row });
  }

  private outcome(): string {
    return ['Spoke', 'Interested', 'Left a message', 'Voicemail', 'Sent'][this.below(5)] ?? '';
  }
  private someRep = (): string => `Rep ${this.below(this.options.reps)}`;
  private chance = (share: number): boolean => this.random() < share;
  private below = (n: number): number => Math.floor(this.random() * n);
}
