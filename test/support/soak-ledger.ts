import { DatabaseSync } from 'node:sqlite';

/** A row as the soak typed it. Dates are serial days, amounts whole units. */
export interface SoakRow {
  readonly day: number;
  readonly reps: readonly string[];
  readonly prospect: string;
  readonly activity: string;
  readonly outcome: string;
  readonly count: number;
  readonly amount: number | undefined;
}

/** `week rep figure` -> amount; `*` is the team; what is 0 is left out. */
export type SoakFigures = Map<string, number>;

const NOT_MEANINGFUL = "('Left a message', 'Voicemail')";

/**
 * Every row that was ever typed, with the versions of the sheet in which it stood, and all figures in SQL: nothing of the
 * service is imported.
 */
export class SoakLedger {
  private readonly db = new DatabaseSync(':memory:');
  private last = 0;

  constructor() {
    this.db.exec(`create table log (id integer, v0 integer, v1 integer, day integer, prospect, activity, outcome, n integer, amount integer);
      create table who (id integer, v0 integer, rep);
      create index log_id on log (id); create index who_id on who (id, v0)`);
  }

  add(version: number, row: SoakRow): number {
    this.last += 1;
    this.insert(this.last, version, row);
    return this.last;
  }

  edit(id: number, version: number, row: SoakRow): void {
    this.remove(id, version);
    this.db.prepare('delete from log where id = ? and v0 = ?').run(id, version);
    this.db.prepare('delete from who where id = ? and v0 = ?').run(id, version);
    this.insert(id, version, row);
  }

  remove(id: number, version: number): void {
    this.db.prepare('update log set v1 = ? where id = ? and v1 is null').run(version, id);
  }

  private insert(id: number, version: number, row: SoakRow): void {
    this.db
      .prepare('insert into log values (?, ?, null, ?, ?, ?, ?, ?, ?)')
      .run(id, version, row.day, row.prospect, row.activity, row.outcome, row.count, row.amount ?? null);
    for (const rep of row.reps) this.db.prepare('insert into who values (?, ?, ?)').run(id, version, rep.toLowerCase());
    this.db.prepare("insert into who values (?, ?, '*')").run(id, version);
  }

  /** Rows on the sheet in a version. */
  rows(version: number): number {
    return Number(this.one('select count(*) as x from log where v0 <= ? and (v1 is null or v1 > ?)', version));
  }

  /** Weekly figures of the sheet in a version; of some weeks or of all. */
  figures(version: number, week?: number): SoakFigures {
    const found = this.db
      .prepare(
        `select day - (day - 2) % 7 as week, rep, count(*) as rows, sum(touch * n) as touches, sum(msi * n) as msis,
           sum((activity = 'Attempt to connect') * msi * n) as attempts, sum((activity = 'Follow-up') * msi * n) as followUps,
           sum((activity = 'Opportunity') * msi * n) as opportunities, sum((activity = 'Ask') * msi * n) as asks,
           sum((activity = 'Ask') * msi * ifnull(amount, 0)) * 100 as askAmount,
           sum(outcome = 'Booked') as closes, sum(outcome = 'Lost') as lost,
           sum((outcome = 'Booked') * ifnull(amount, 0)) * 100 as closeAmount
         from (select *, activity <> 'Administration' as touch,
                 activity <> 'Administration' and outcome not in ${NOT_MEANINGFUL} as msi from log) log
           join who using (id, v0)
         where v0 <= ? and (v1 is null or v1 > ?) and (? is null or day - (day - 2) % 7 = ?)
         group by 1, 2`,
      )
      .all(version, version, week ?? null, week ?? null);
    const figures: SoakFigures = new Map();
    for (const { week: of, rep, ...sums } of found)
      for (const [figure, sum] of Object.entries(sums))
        if (sum !== 0) figures.set(`${of} ${rep} ${figure}`, Number(sum));
    return figures;
  }

  /** Prospects by how their deal stands: each is one deal, decided at most once; of the decided those since a day. */
  deals(version: number, since: number): Record<'open' | 'won' | 'lost', string[]> {
    const found = this.db
      .prepare(
        `select prospect, max(outcome = 'Booked') as won, max(outcome = 'Lost') as lost,
           max(case when activity = 'Close' then day end) as decided from log
         where v0 <= ? and (v1 is null or v1 > ?) and activity <> 'Administration' and outcome not in ${NOT_MEANINGFUL}
         group by prospect`,
      )
      .all(version, version);
    const named = (wanted: (row: (typeof found)[number]) => boolean): string[] =>
      found.flatMap((row) => (wanted(row) ? [String(row.prospect)] : [])).sort();
    return {
      open: named(({ decided }) => decided === null),
      won: named(({ won, decided }) => won === 1 && Number(decided) >= since),
      lost: named(({ lost, decided }) => lost === 1 && Number(decided) >= since),
    };
  }

  private one(sql: string, version: number): unknown {
    return this.db.prepare(sql).get(version, version)?.x;
  }
}
