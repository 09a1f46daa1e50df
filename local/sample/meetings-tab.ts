import { type Day, dayOfWeek } from '../../lambdas/domain/days/day.ts';
import { DRILLS } from '../init/default-drills.ts';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import type { Entry } from './entry.ts';
import { DATE } from './formats.ts';
import { NOBODY_REACHED } from './phrases.ts';
import type { Random } from './random.ts';
import { ROSTER } from './roster.ts';
import type { WorkPlan } from './work-plan.ts';

/** Inside reps meet each working day, field reps on Tuesdays and Thursdays. */
const FIELD_DAYS = [2, 4];
const SELLING = new Set(['Attempt to connect', 'Follow-up', 'Opportunity', 'Ask', 'Close']);
const NOT_MEANINGFUL = new Set<string>([
  ...NOBODY_REACHED.Inside,
  ...NOBODY_REACHED.Field,
  // What becomes of a deal that is closed is no interaction, and nobody tells it as one.
  ...['Invoiced', 'Paid', 'Cancelled', 'Refunded', 'Renewed'],
]);

/** The meetings of the weeks, with what each rep said aloud: mostly what was recorded since the last one. */
export function meetingsTab(entries: readonly Entry[], plan: WorkPlan, random: Random): TabFile {
  const recorded = meaningfulByDay(entries);
  const header = ['Date', 'Segment', 'Held', 'Minutes', 'Drill', ...ROSTER.map(({ name }) => name)];
  const rows: FileCell[][] = [header];
  const last = { Inside: plan.first, Field: plan.first };
  for (let day = plan.first; day <= plan.today; day++) {
    for (const segment of ['Inside', 'Field'] as const) {
      const reps = ROSTER.filter((rep) => rep.segment === segment);
      if (!reps.some((rep) => plan.share(rep, day) > 0)) continue;
      if (segment === 'Field' && !FIELD_DAYS.includes(dayOfWeek(day))) continue;
      if (random.chance(0.08)) {
        rows.push([day, segment, 'No']);
        continue;
      }
      const stated = ROSTER.map((rep) => {
        if (rep.segment !== segment || plan.share(rep, day) === 0) return null;
        let count = 0;
        for (let past = last[segment]; past < day; past++) count += recorded.get(`${rep.name} ${past}`) ?? 0;
        return random.chance(0.85) ? count : Math.max(0, count + random.between(-2, 3));
      });
      rows.push([day, segment, 'Yes', random.between(15, 27), random.pick(DRILLS).name, ...stated]);
      last[segment] = day;
    }
  }
  const widths = [95, 80, 60, 70, 190, ...ROSTER.map(() => 60)];
  return { title: 'Meetings', rows, formats: { 0: DATE }, frozenRows: 1, widths };
}

function meaningfulByDay(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rep, date, activity, outcome } of entries) {
    if (!rep || date === undefined || !SELLING.has(activity ?? '') || NOT_MEANINGFUL.has(outcome ?? '')) continue;
    const key = `${rep} ${date satisfies Day | string}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
