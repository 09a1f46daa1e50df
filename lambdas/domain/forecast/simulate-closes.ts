import { TEAM } from '../rows/rep-key.ts';
import { type CloseChances, closeChances } from './close-chances.ts';
import { crowdOf } from './crowd.ts';
import { type CrowdOdds, crowdsTogether, drawCrowds } from './crowds.ts';
import { dealGroups, type GroupOdds, groupOdds, liveThrough } from './deal-groups.ts';
import { drawnHazards } from './drawn-hazards.ts';
import type { Outlook } from './outlook.ts';
import { gamma, poisson, type Random, seeded } from './random.ts';
import type { Standing } from './standing.ts';
import { closesOfWeek, newSums } from './to-come.ts';

/** By horizon, one value for each run: closes, and revenue in minor units, from the first day on. */
export interface SimulatedCloses {
  readonly closes: readonly Float64Array[];
  readonly revenue: readonly Float64Array[];
}

/** How often the chances are drawn anew, and how often the weeks are lived through with the same ones. */
export interface Runs {
  readonly draws: number;
  readonly lives: number;
}

/**
 * The coming weeks, lived through some hundred times with a seeded generator: each open deal closes or not, by its own
 * chances; deals that come are Poisson, in weeks as uneven as the last ones. What was learned may be wrong too, so the
 * chances and the rate of new deals are drawn anew in between, as wide as the history leaves them open; else the
 * interval of a young team would be too narrow.
 */
export function simulateCloses(outlook: Outlook, seed: number, { draws, lives }: Runs): SimulatedCloses {
  const { horizons, team } = outlook;
  const { hazards } = outlook.standing;
  const random = seeded(seed);
  const closes = horizons.map(() => new Float64Array(draws * lives));
  const revenue = horizons.map(() => new Float64Array(draws * lives));
  const uneven = amountUnevenness(outlook.standing);
  const doubt = doubtOfMean(uneven);
  const groups = dealGroups(outlook.deals).map((group) => ({ group, crowd: crowdOf(group, varianceOf(uneven)) }));
  const usualOfTeam = outlook.standing.usual(TEAM);
  for (let draw = 0; draw < draws; draw++) {
    const other = closeChances(drawnHazards(hazards.teamCounts, random), hazards.sameDay, horizons);
    const usual = around1(doubt, random);
    const many: CrowdOdds[] = [];
    const few: GroupOdds[] = [];
    for (const { group, crowd } of groups) {
      const { step, age } = group;
      const factors = quotients(other.within(step, age), team.within(step, age));
      if (crowd) many.push({ crowd, factors });
      else few.push(groupOdds(group, factors));
    }
    const crowds = crowdsTogether(many, usual);
    const ofWeeks = drawnArrivals(outlook, other, random);
    for (let life = 0; life < lives; life++) {
      const run = draw * lives + life;
      const closeMany = (at: number, deals: number, amount: number): void => {
        bump(closes, at, run, deals);
        bump(revenue, at, run, amount);
      };
      const close = (at: number, amount: number): void => closeMany(at, 1, amount);
      if (crowds) drawCrowds(crowds, random, closeMany);
      for (const group of few) {
        liveThrough(group, random, (at, { deal, amount }) => {
          close(at, deal.amount ?? amount * usual * pick(uneven, random));
        });
      }
      ofWeeks(random).forEach((mean, at) => {
        for (let left = poisson(mean, random); left > 0; left--) close(at, usualOfTeam * usual * pick(uneven, random));
      });
    }
  }
  for (const lists of [closes, revenue]) addUp(lists);
  return { closes, revenue };
}

function quotients(a: Float64Array, b: Float64Array): Float64Array {
  const found = new Float64Array(a.length);
  for (let at = 0; at < a.length; at++) found[at] = (b[at] ?? 0) > 0 ? (a[at] ?? 0) / (b[at] ?? 1) : 1;
  return found;
}

/** With the rate drawn once, a function that draws the weeks: closes to come between each horizon and the one before. */
function drawnArrivals(
  { standing: { coming }, horizons }: Outlook,
  chances: CloseChances,
  random: Random,
): (random: Random) => readonly number[] {
  const { perWeek = 0, doubt = 0, unevenness = 0, closedFirst = 0 } = coming.get(TEAM) ?? {};
  const rate = perWeek * around1(doubt, random);
  const sums = newSums(chances);
  const weeks = Array.from({ length: Math.ceil(Math.max(...horizons) / 7) }, (_, week) => {
    const within = horizons.map((days) => closesOfWeek(rate, sums, week, days));
    return within.map((closes, at) => closes - (within[at - 1] ?? 0));
  });
  return (random) => {
    const means = horizons.map((days, at) => (closedFirst * (days - (horizons[at - 1] ?? 0))) / 7);
    for (const week of weeks) {
      const busy = around1(unevenness, random);
      week.forEach((closes, at) => {
        means[at] = (means[at] ?? 0) + busy * closes;
      });
    }
    return means;
  };
}

/** Positive, with mean 1 and this variance. */
const around1 = (variance: number, random: Random): number =>
  variance > 0 ? gamma(1 / variance, random) * variance : 1;

/** An amount that is not known yet is as uneven as those of the deals won: one of these, in proportion to their mean. */
function amountUnevenness({ won }: Standing): readonly number[] {
  const amounts = won.map(({ amount = 0 }) => amount);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  return amounts.map((amount) => amount / mean);
}

/** Of amounts that are 1 on average. */
const varianceOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + (amount - 1) ** 2, 0) / Math.max(1, amounts.length);

/** Variance of the mean of so many amounts, which are 1 on average. */
const doubtOfMean = (amounts: readonly number[]): number => varianceOf(amounts) / Math.max(1, amounts.length);

const pick = (list: readonly number[], random: Random): number => list[Math.floor(random() * list.length)] ?? 1;

function bump(lists: readonly Float64Array[], at: number, run: number, amount: number): void {
  const list = lists[at];
  if (list) list[run] = (list[run] ?? 0) + amount;
}

/** What closed by a horizon is closed by the later ones too. */
function addUp(lists: readonly Float64Array[]): void {
  for (let at = 1; at < lists.length; at++)
    lists[at - 1]?.forEach((amount, run) => {
      bump(lists, at, run, amount);
    });
}
