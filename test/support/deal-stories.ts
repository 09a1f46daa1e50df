import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { FIRST_MONDAY, type LogRow } from './activity-logs.ts';

interface Move {
  readonly kind: 'Follow-up' | 'Opportunity' | 'Ask';
  readonly rep: string;
  /** Days after the move before. */
  readonly after: number;
  readonly amount: number | undefined;
}

/** A deal as somebody would tell it: begun with an attempt, moved on, and perhaps decided. */
export interface DealStory {
  readonly start: number;
  readonly rep: string;
  readonly moves: readonly Move[];
  readonly end:
    | {
        readonly how: 'Booked' | 'Lost';
        readonly rep: string;
        readonly after: number;
        readonly amount: number | undefined;
      }
    | undefined;
}

const REPS = ['Ana', 'Ben', 'Cy'];
const rep = fc.constantFrom(...REPS);
const amount = fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined });
const after = fc.integer({ min: 1, max: 9 });

export const dealStory: fc.Arbitrary<DealStory> = fc.record({
  start: fc.integer({ min: FIRST_MONDAY, max: FIRST_MONDAY + 7 * 16 - 1 }),
  rep,
  moves: fc.array(
    fc.record({ kind: fc.constantFrom<Move['kind'][]>('Follow-up', 'Opportunity', 'Ask'), rep, after, amount }),
    { maxLength: 4 },
  ),
  end: fc.option(
    fc.record({ how: fc.constantFrom<('Booked' | 'Lost')[]>('Booked', 'Booked', 'Lost'), rep, after, amount }),
    { nil: undefined },
  ),
});

/** What somebody would type. */
export function rowsOfStories(stories: readonly DealStory[]): LogRow[] {
  return stories.flatMap(({ start, rep: first, moves, end }, i) => {
    let day = start;
    const typed = (by: string, activity: string, outcome: string, worth?: number): LogRow => ({
      day,
      reps: [by],
      prospect: `Prospect ${i}`,
      deal: '',
      activity,
      outcome,
      count: undefined,
      amount: worth,
    });
    const rows = [typed(first, 'Attempt to connect', 'Spoke')];
    for (const move of moves) {
      day += move.after;
      rows.push(typed(move.rep, move.kind, 'Interested', move.kind === 'Follow-up' ? undefined : move.amount));
    }
    day += end?.after ?? 0;
    if (end) rows.push(typed(end.rep, 'Close', end.how, end.how === 'Booked' ? end.amount : undefined));
    return rows;
  });
}

/** Sums over the deals of matured weeks, by rep (`*` = team). Amounts in whole units. */
export interface StorySums {
  readonly deals: number;
  readonly opportunities: number;
  readonly asks: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly asked: number;
  readonly booked: number;
}
/** Of the deals that a rep worked, at each step from that where the rep came in: how many, and how many went on. */
export interface OwnSums {
  readonly received: number;
  readonly at0: number;
  readonly on0: number;
  readonly at1: number;
  readonly on1: number;
  readonly at2: number;
  readonly on2: number;
}

const STEP = { 'Follow-up': 0, Opportunity: 1, Ask: 2 } as const;

/** What the stories say, in SQL: the sums of matured cohorts; days after `asOf` have not come. No close = none is matured. */
export function storyOracle(
  stories: readonly DealStory[],
  asOf: number,
): { sums(rep: string): StorySums; own(rep: string): OwnSums } {
  const db = new DatabaseSync(':memory:');
  db.exec(`create table deal (id, week, rep, reached, won, lost, asked, booked, took);
           create table came (id, rep, week, step, received)`);
  const addDeal = db.prepare('insert into deal values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addCame = db.prepare('insert into came values (?, ?, ?, ?, ?)');
  // Serial day 2 was a Monday.
  const weekOf = (day: number): number => day - ((day - 2) % 7);
  stories.forEach(({ start, rep: first, moves, end }, id) => {
    if (start > asOf) return;
    let [day, reached, asked] = [start, 0, 0];
    const seen = new Set<string>();
    const comes = (who: string): void => {
      if (!seen.has(who)) addCame.run(id, who, weekOf(day), reached, Number(seen.size > 0));
      seen.add(who);
    };
    comes(first);
    for (const move of moves) {
      day += move.after;
      if (day > asOf) break;
      comes(move.rep);
      reached = Math.max(reached, STEP[move.kind]);
      if (move.kind === 'Ask') asked = move.amount ?? asked;
    }
    day += end?.after ?? 0;
    const decided = day > asOf ? undefined : end;
    if (decided) comes(decided.rep);
    const won = decided?.how === 'Booked';
    if (won) reached = 3;
    const worth = won ? (decided.amount ?? asked) : asked;
    const sums = [
      Number(won),
      Number(decided?.how === 'Lost'),
      reached >= 2 ? worth : 0,
      won ? (decided.amount ?? 0) : 0,
    ];
    addDeal.run(id, weekOf(start), first, reached, ...sums, won ? day - start : null);
  });
  const took = db
    .prepare('select took from deal where took is not null order by took')
    .all()
    .map((one) => Number(one.took));
  const maturity = took[Math.ceil(took.length * 0.8) - 1] ?? Number.POSITIVE_INFINITY;
  const matured = Number.isFinite(maturity) ? asOf - 6 - maturity : -1;
  const one = <T>(sql: string, ...given: (string | number)[]): T => db.prepare(sql).get(...given) as T; // the columns that the statement names
  return {
    sums: (who) =>
      one(
        `select count(*) as deals, total(reached >= 1) as opportunities, total(reached >= 2) as asks, total(won) as won,
          total(lost) as lost, total(won = 0 and lost = 0) as open, total(asked) as asked, total(booked) as booked
         from deal where week <= ? and ? in ('*', rep)`,
        matured,
        who,
      ),
    own: (who) =>
      one(
        `select total(received) as received,
          total(step <= 0) as at0, total(step <= 0 and reached > 0) as on0,
          total(step <= 1 and reached >= 1) as at1, total(step <= 1 and reached > 1) as on1,
          total(step <= 2 and reached >= 2) as at2, total(step <= 2 and reached > 2) as on2
         from came join deal using (id) where came.week <= ? and came.rep = ?`,
        matured,
        who,
      ),
  };
}
