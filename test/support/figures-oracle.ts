import { DatabaseSync } from 'node:sqlite';
import { type LogRow, NOT_MEANINGFUL, SELLING } from './activity-logs.ts';

/** week -> rep (lower case, `` = unassigned, `*` = team) -> figure -> amount; what is 0 is left out. */
export type OracleFigures = Map<string, number>;

/** What a Close row is, found by another way than the code's: per deal, from the rows in order. */
interface CloseVerdict {
  counts: boolean;
  lost: boolean;
  /** Lost, and not worked again since. */
  lostForGood: boolean;
  /** Closes (0 or 1) and whole units taken back. */
  takenBack: number;
  taken: number;
}

interface Sale {
  /** Whole units that were not given back yet. */
  left: number;
  waitsForInvoice: boolean;
  waitsForPayment: boolean;
  cancelled: boolean;
  refunded: boolean;
}

const NO_VERDICT: CloseVerdict = { counts: false, lost: false, lostForGood: false, takenBack: 0, taken: 0 };

/**
 * The default settings' closes. Every booking is a close. An invoice or a payment is one when no earlier sale of the
 * deal waits for it, and either nothing was sold yet or a selling step came after the last sale.
 */
export function closeVerdicts(rows: readonly LogRow[]): Map<LogRow, CloseVerdict> {
  const deals = Object.groupBy(rows, ({ prospect, deal }) => `${prospect}/${deal}`);
  const verdicts = new Map<LogRow, CloseVerdict>();
  for (const deal of Object.values(deals)) {
    const sales: Sale[] = [];
    let atWork = false; // a run of the deal is open: contact without a sale yet
    let lost = false;
    let lastLost: CloseVerdict | undefined;
    for (const row of inOrder(deal ?? [])) {
      const verdict = { ...NO_VERDICT };
      verdicts.set(row, verdict);
      if (row.activity !== 'Close') {
        if (!isMsi(row)) continue;
        if (row.activity !== 'Follow-up' || sales.length === 0) atWork = true;
        lost = false;
        lastLost = undefined;
        continue;
      }
      const sell = (what: string) => {
        const waitsForPayment = what !== 'Paid';
        const waitsForInvoice = waitsForPayment && what !== 'Invoiced';
        sales.push({ left: row.amount ?? 0, waitsForInvoice, waitsForPayment, cancelled: false, refunded: false });
        verdict.counts = true;
        atWork = lost = false;
        lastLost = undefined;
      };
      const what = row.outcome || 'Booked';
      if (what === 'Booked') sell(what);
      else if (what === 'Invoiced' || what === 'Paid') {
        const waits = sales.find(
          (sale) =>
            !sale.cancelled && !sale.refunded && (what === 'Paid' ? sale.waitsForPayment : sale.waitsForInvoice),
        );
        if (waits) {
          waits.waitsForInvoice = false;
          if (what === 'Paid') waits.waitsForPayment = false;
        } else if (sales.length === 0 || atWork) sell(what);
      } else if (what === 'Lost') {
        if (sales.length === 0 || atWork) {
          verdict.lost = !lost;
          if (!lost) lastLost = verdict;
          lost = atWork = true;
        }
      } else if (what !== 'Renewed') {
        const sale = sales.findLast((one) => !(what === 'Cancelled' ? one.cancelled : one.refunded)) ?? sales.at(-1);
        if (!sale) continue;
        const over = sale.cancelled || sale.refunded;
        verdict.taken = Math.min(sale.left, row.amount ?? sale.left);
        sale.left -= verdict.taken;
        if (what === 'Cancelled') sale.cancelled = true;
        else if (sale.left === 0) sale.refunded = true;
        verdict.takenBack = !over && (sale.cancelled || sale.refunded) ? 1 : 0;
      }
    }
    if (lastLost) lastLost.lostForGood = true;
  }
  return verdicts;
}

const RANK = ['Booked', 'Invoiced', 'Paid', 'Lost', 'Cancelled', 'Refunded', 'Renewed'];
function inOrder(rows: readonly LogRow[]): LogRow[] {
  const rank = ({ activity, outcome }: LogRow): number =>
    activity === 'Close' ? 10 + RANK.indexOf(outcome || 'Booked') : SELLING.indexOf(activity);
  return rows.filter(({ activity }) => SELLING.includes(activity)).sort((a, b) => a.day - b.day || rank(a) - rank(b));
}

const isMsi = ({ activity, outcome }: LogRow): boolean => activity === 'Close' || !NOT_MEANINGFUL.includes(outcome);

/** The counts of a log in SQL. Attempts without an outcome count as MSIs, as the default settings have it. */
export function oracleFigures(rows: readonly LogRow[]): OracleFigures {
  const db = new DatabaseSync(':memory:');
  db.exec(`create table log (id integer, day, activity, outcome, msi, touch, blank, n, amount, closes, lost, lostForGood, takenBack, taken, priced);
           create table who (id integer, rep text)`);
  const addRow = db.prepare('insert into log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addWho = db.prepare('insert into who values (?, ?)');
  const verdicts = closeVerdicts(rows);
  rows.forEach((row, id) => {
    const verdict = verdicts.get(row) ?? NO_VERDICT;
    const closing = row.activity === 'Close';
    const selling = SELLING.includes(row.activity);
    const touch = selling && (!closing || verdict.counts || ['', 'Booked', 'Lost'].includes(row.outcome));
    const blank = row.activity === SELLING[0] && row.outcome === '';
    const flags = [isMsi(row) && touch, touch, blank].map(Number);
    const decided = [verdict.counts, verdict.lost, verdict.lostForGood].map(Number);
    const counts = [row.count ?? 1, (row.amount ?? 0) * 100, ...decided];
    const outcome = closing ? row.outcome || 'Booked' : '';
    addRow.run(
      id,
      row.day,
      row.activity,
      outcome,
      ...flags,
      ...counts,
      verdict.takenBack,
      verdict.taken * 100,
      Number(row.amount !== undefined),
    );
    addWho.run(id, '*');
    if (row.reps.length === 0) addWho.run(id, '');
    for (const rep of new Set(row.reps.map((name) => name.toLowerCase()))) addWho.run(id, rep);
  });
  // Serial day 2 was a Monday.
  const found = db
    .prepare(
      `select day - (day - 2) % 7 as week, rep,
        sum(1) as rows, sum(touch * n) as touches, sum(msi * n) as msis, sum(blank * n) as unconfirmed,
        sum((activity = 'Attempt to connect') * msi * n) as attempts, sum((activity = 'Follow-up') * msi * n) as followUps,
        sum((activity = 'Opportunity') * msi * n) as opportunities, sum((activity = 'Ask') * msi * n) as asks,
        sum(closes) as closes, sum(lost) as lost, sum(lostForGood) as lostForGood, sum((activity = 'Ask') * msi * amount) as askAmount,
        sum(closes * amount) as closeAmount, sum(closes * priced) as closesWithAmount, sum(takenBack) as cancelled, sum(taken) as cancelledAmount,
        sum((outcome = 'Booked') * amount) as bookedAmount, sum((outcome = 'Invoiced') * amount) as invoicedAmount,
        sum((outcome = 'Paid') * amount) as paidAmount, sum((outcome = 'Renewed') * amount) as renewedAmount
      from log join who using (id) group by 1, 2`,
    )
    .all();
  db.close();
  const figures: OracleFigures = new Map();
  for (const { week, rep, ...sums } of found)
    for (const [figure, amount] of Object.entries(sums))
      if (amount !== 0) figures.set(`${week} ${rep} ${figure}`, Number(amount));
  return figures;
}
