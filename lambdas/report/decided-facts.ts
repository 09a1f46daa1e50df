import { agendasToFix } from '../domain/agenda/agendas.ts';
import type { Week } from '../domain/days/week.ts';
import { FORECAST_SEED, pastForecasts } from '../domain/forecast/past-forecasts.ts';
import { TEAM } from '../domain/rows/rep-key.ts';
import { sumOfTargets, weekTargets } from '../domain/targets/week-targets.ts';
import type { Facts, FixedTargets } from '../domain/weeks/facts.ts';
import type { ReportFigures } from '../tabs/report-figures.ts';
import { shownWeek } from '../tabs/shown-week.ts';

/** Enough to look back at. */
const WEEKS_KEPT = 8;
const AGENDAS_KEPT = 24;

/**
 * What is to be decided once by now: targets and forecast of the week on its first day, the agendas of today when the day
 * begins.
 * What was decided stays; a missed day is made good at the first report after it. The same facts when nothing is due.
 */
export function decidedFacts(figures: ReportFigures): Facts {
  const { facts, quality, current, asOf } = figures;
  const weeks = [...new Set([shownWeek(figures).week, current])];
  const before = new Map(facts.targets.map((fixed) => [fixed.week, fixed]));
  const targets = weeks.map((week) => fixedTargets(figures, week, before.get(week)));
  const agendas = agendasToFix({ ...figures, names: quality.names, today: asOf.day }, facts.agendas);
  const forecasts = pastForecasts(figures, FORECAST_SEED, facts.forecasts);
  const same = targets.every((fixed) => fixed === before.get(fixed.week)) && made(forecasts) === made(facts.forecasts);
  if (agendas.length === 0 && same) return facts;
  const others = facts.targets.filter(({ week }) => !weeks.includes(week));
  return {
    ...facts,
    targets: [...others, ...targets].sort((a, b) => a.week - b.week).slice(-WEEKS_KEPT),
    forecasts,
    agendas: [...facts.agendas, ...agendas].slice(-AGENDAS_KEPT),
  };
}

const made = (forecasts: Facts['forecasts']): string => forecasts.map(({ week }) => week).join();

/** A rep whose first goal is typed in mid-week gets a target then; those that stand stay as they are. */
function fixedTargets({ weeks, rules }: ReportFigures, week: Week, before: FixedTargets | undefined): FixedTargets {
  const { reps } = weekTargets(weeks, rules, week);
  const missing = Object.keys(reps).some((rep) => rep !== TEAM && !before?.reps[rep]);
  if (before && !missing) return before;
  const { [TEAM]: _, ...each } = { ...reps, ...before?.reps };
  const team = sumOfTargets(Object.values(each));
  return { week, reps: team ? { ...each, [TEAM]: team } : {} };
}
