import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';
import { type Week, weeksUntil } from '../days/week.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { FIGURE_AT } from '../weeks/figures.ts';

const WON_WEEKS = 26;
/** Closes that the team's average counts for in that of a rep. */
const PRIOR_CLOSES = 10;

/**
 * "Amount of a deal: its own, else the rep's or the team's average won deal": closed amount ÷ closes with an amount over
 * the 26 weeks before `week`, a rep's shrunk toward the team's; without a closed amount, what Team says, else the default of the
 * settings. Minor units; 0 = nothing says what a deal brings.
 */
export function usualDeal(
  weeks: Weeks,
  rules: Pick<Rules, 'team' | 'settings' | 'minorDigits'>,
  week: Week,
): (rep: RepKey) => number {
  const typed = new Map(rules.team.members.map(({ name, averageDeal }) => [`r:${phrase(name)}`, averageDeal]));
  const fallback = Math.round(rules.settings.averageDeal * 10 ** rules.minorDigits);
  const won = remembered((rep: RepKey) => wonIn(weeks, rep, week));
  return remembered((rep: RepKey) => {
    const team = won(TEAM);
    if (team.amount <= 0) return typed.get(rep) ?? fallback;
    const average = team.amount / team.closes;
    // Where revenue goes to who worked a deal first, a rep's average is not of the deals that the rep brings to a close.
    if (rep === TEAM || rules.settings.revenueGoesTo !== 'Booker') return average;
    const own = won(rep);
    return (own.amount + PRIOR_CLOSES * average) / (own.closes + PRIOR_CLOSES);
  });
}

function wonIn(weeks: Weeks, rep: RepKey, week: Week): { readonly closes: number; readonly amount: number } {
  let closes = 0;
  let amount = 0;
  for (const at of weeksUntil(week - 7, WON_WEEKS)) {
    for (const sums of weeks.get(at)?.days.get(rep)?.values() ?? []) {
      closes += sums[FIGURE_AT.closesWithAmount] ?? 0;
      amount += sums[FIGURE_AT.closeAmount] ?? 0;
    }
  }
  return { closes, amount };
}
