import type { Day } from '../../lambdas/domain/days/day.ts';
import { type Week, weekOf } from '../../lambdas/domain/days/week.ts';
import type { DealLine } from '../../lambdas/domain/deals/deal-line.ts';
import type { ForecastInput } from '../../lambdas/domain/forecast/forecast-input.ts';
import { rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import type { TeamMember } from '../../lambdas/domain/inputs/team.ts';
import { scopes } from '../../lambdas/domain/rows/rep-key.ts';
import {
  addCohort,
  addExit,
  addFigures,
  emptyWeek,
  exitKey,
  type WeekRollup,
} from '../../lambdas/domain/weeks/week-rollup.ts';

/** Monday 2025-01-06. */
export const START = 45663;

/** The whole life of a deal: what has not happened yet lies after the day that is looked at. */
export interface Life {
  readonly reached: readonly [attempt: Day, opportunity?: Day, ask?: Day];
  readonly end?: { readonly day: Day; readonly how: 'won' | 'lost' };
  readonly rep?: string;
  readonly amount?: number;
  readonly marks?: Partial<Pick<DealLine, 'opening' | 'closedFirst'>>;
}

/** What rows would have told of these deals by the end of `day`: week rollups and lines, as a report loads them. */
export function historyOf(
  lives: readonly Life[],
  day: Day,
  members: readonly Partial<TeamMember>[] = [],
): ForecastInput {
  const weeks = new Map<Week, WeekRollup>();
  const weekAt = (of: Day): WeekRollup => {
    const week = weekOf(of, 1);
    const rollup = weeks.get(week) ?? emptyWeek();
    weeks.set(week, rollup);
    return rollup;
  };
  const lines: DealLine[] = [];
  for (const life of lives) if (life.reached[0] <= day) lines.push(add(life, day, weekAt));
  const rules = rulesOf({ title: '', locale: 'en_GB', timeZone: 'Etc/UTC', tabs: {} });
  const team = {
    ...rules.team,
    members: members.map((member) => ({ name: '', workDays: [1, 2, 3, 4, 5], ...member })),
  };
  return {
    weeks,
    current: weekOf(day, 1),
    asOf: { day, minute: 1440 },
    openDeals: lines.filter(({ state }) => state === 'open'),
    decidedDeals: lines.filter(({ state, decided = 0 }) => state !== 'open' && decided >= weekOf(day, 1) - 7 * 20),
    rules: { ...rules, team },
  };
}

function add(life: Life, day: Day, weekAt: (of: Day) => WeekRollup): DealLine {
  const { reached, rep, marks = {}, amount } = life;
  const end = life.end && life.end.day <= day ? life.end : undefined;
  const known = reached.filter((of): of is Day => of !== undefined && of <= day);
  const [attempt = reached[0], opportunity, ask] = known;
  const reps = rep === undefined ? [] : [`r:${rep}`];
  const line: DealLine = {
    prospect: '',
    deal: '',
    occurrence: 1,
    opening: false,
    closedFirst: false,
    reached:
      ask !== undefined && opportunity !== undefined
        ? [attempt, opportunity, ask]
        : opportunity !== undefined
          ? [attempt, opportunity]
          : [attempt],
    state: end?.how ?? 'open',
    firstReps: reps,
    lastReps: reps,
    lastMsi: end?.day ?? known.at(-1) ?? attempt,
    msis: known.length,
    slips: 0,
    ...(end && { decided: end.day }),
    ...(amount !== undefined && { amount }),
    ...marks,
  };
  for (const scope of scopes({ reps })) {
    addFigures(weekAt(attempt), scope, attempt - weekOf(attempt, 1), [['rows', 1]], 1);
    if (!line.opening) addCohort(weekAt(attempt), scope, 'deals', 1);
    if (end) {
      const figures =
        end.how === 'won'
          ? ([
              ['closes', 1],
              ['closeAmount', amount ?? 0],
              ['closesWithAmount', amount === undefined ? 0 : 1],
            ] as const)
          : ([['lostForGood', 1]] as const);
      addFigures(weekAt(end.day), scope, end.day - weekOf(end.day, 1), figures, 1);
    }
    if (line.opening || line.closedFirst) continue;
    known.forEach((from, step) => {
      const next = known[step + 1] ?? end?.day;
      if (next === undefined) return;
      const how = known[step + 1] === undefined && end?.how === 'lost' ? 'lost' : 'next';
      addExit(weekAt(next), scope, exitKey(step, how, Math.floor((next - from) / 7)), 1);
    });
  }
  return line;
}
