import { civilOf, type Day, dayOf } from '../../lambdas/domain/days/day.ts';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import type { Entry } from './entry.ts';
import { DATE, MONEY } from './formats.ts';
import { ROSTER, type SampleRep } from './roster.ts';
import type { WorkPlan } from './work-plan.ts';

const WEEKS_A_QUARTER = 13;
/** What a rep is expected to book in a quarter who has not booked anything yet, in deals. */
const FIRST_DEALS = 4;

/** A revenue goal per rep, and one of the team, for every quarter that the workbook touches and the one after. */
export function goalsTab(entries: readonly Entry[], plan: WorkPlan): TabFile {
  const rows: FileCell[][] = [['Rep', 'Period start', 'Period', 'Revenue goal']];
  const quarters = quartersOf(plan);
  for (const quarter of quarters) {
    let team = 0;
    for (const rep of ROSTER) {
      if (plan.startOf(rep) >= quarter + 7 * WEEKS_A_QUARTER) continue;
      const goal = quarterGoal(rep, entries, plan);
      team += goal;
      rows.push([rep.name, quarter, 'Quarter', goal]);
    }
    rows.push([null, quarter, 'Quarter', team]);
  }
  return { title: 'Goals', rows, formats: { 1: DATE, 3: MONEY }, frozenRows: 1, widths: [100, 110, 90, 120] };
}

/** What the rep books in 13 weeks, stretched or eased, so that some are on pace and some are not. Whole thousands. */
function quarterGoal(rep: SampleRep, entries: readonly Entry[], plan: WorkPlan): number {
  const booked = entries
    .filter((entry) => entry.rep === rep.name && entry.activity === 'Close' && entry.outcome === 'Booked')
    .reduce((sum, { amount }) => sum + Number(amount ?? 0), 0);
  const weeks = (plan.today + 1 - plan.startOf(rep)) / 7;
  const quarter = (booked / weeks) * WEEKS_A_QUARTER || rep.deal * FIRST_DEALS;
  return Math.max(1, Math.round((quarter * rep.goal) / 1000)) * 1000;
}

function quartersOf({ first, today }: WorkPlan): Day[] {
  const quarters: Day[] = [];
  const { year } = civilOf(first);
  for (let quarter = 0; quarter < 12; quarter++) {
    const start = firstDay(year, quarter);
    if (firstDay(year, quarter + 1) <= first) continue;
    quarters.push(start);
    if (start > today) break;
  }
  return quarters;
}

/** Of a quarter counted from the first of `year`. */
function firstDay(year: number, quarter: number): Day {
  const day = dayOf(year + Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1);
  if (day === undefined) throw new RangeError(`no quarter ${quarter} of ${year}`);
  return day;
}
