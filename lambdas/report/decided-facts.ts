import { agendasToFix } from '../domain/agenda/agendas.ts';
import { FORECAST_SEED, pastForecasts } from '../domain/forecast/past-forecasts.ts';
import type { ReportTargets } from '../domain/targets/report-targets.ts';
import type { Facts } from '../domain/weeks/facts.ts';
import type { ReportSums } from '../tabs/report-figures.ts';

/** Enough to look back at. */
const WEEKS_KEPT = 8;
const AGENDAS_KEPT = 24;

/**
 * What is to be decided once by now: targets and forecast of the week on its first day, the agendas of today when the day
 * begins.
 * What was decided stays; a missed day is made good at the first report after it. The same facts when nothing is due.
 */
export function decidedFacts(figures: ReportSums, { shown, current }: ReportTargets): Facts {
  const { facts, quality, asOf } = figures;
  const targets = [...new Set([shown.fixed, current.fixed])];
  const agendas = agendasToFix({ ...figures, names: quality.names, today: asOf.day }, facts.agendas);
  const forecasts = pastForecasts(figures, FORECAST_SEED, facts.forecasts);
  const same = targets.every((fixed) => facts.targets.includes(fixed)) && made(forecasts) === made(facts.forecasts);
  if (agendas.length === 0 && same) return facts;
  const others = facts.targets.filter(({ week }) => !targets.some((fixed) => fixed.week === week));
  return {
    ...facts,
    targets: [...others, ...targets].sort((a, b) => a.week - b.week).slice(-WEEKS_KEPT),
    forecasts,
    agendas: [...facts.agendas, ...agendas].slice(-AGENDAS_KEPT),
  };
}

const made = (forecasts: Facts['forecasts']): string => forecasts.map(({ week }) => week).join();
