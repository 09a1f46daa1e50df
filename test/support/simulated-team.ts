import type { Life } from './deal-histories.ts';

/** How a deal leaves a step, by the day: as a chance that is the same on each of its days there. */
export interface DailyOdds {
  readonly next: number;
  readonly lost: number;
}

/** A team whose odds are known, lived day by day: nothing of it knows how forecasts are made. */
export interface SimulatedTeam {
  readonly start: number;
  readonly days: number;
  readonly newDealsADay: number;
  readonly odds: readonly [attempt: DailyOdds, opportunity: DailyOdds, ask: DailyOdds];
  readonly reps?: readonly string[];
}

export function livesOf(
  { start, days, newDealsADay, odds, reps = ['ana'] }: SimulatedTeam,
  random: () => number,
): Life[] {
  const lives: Life[] = [];
  for (let day = start; day < start + days; day++) {
    for (let left = arrivals(newDealsADay, random); left > 0; left--) {
      const rep = reps[Math.floor(random() * reps.length)] ?? 'ana';
      lives.push({ ...lifeFrom(day, start + days, odds, random), rep, amount: 100_00 + Math.floor(random() * 900_00) });
    }
  }
  return lives;
}

function lifeFrom(first: number, until: number, odds: readonly DailyOdds[], random: () => number): Life {
  const reached = [first];
  for (let day = first + 1, step = 0; day < until; day++) {
    const { next, lost } = odds[step] ?? { next: 0, lost: 0 };
    const draw = random();
    if (draw >= next + lost) continue;
    if (draw >= next) return lifeOf(reached, { day, how: 'lost' });
    if (step === 2) return lifeOf(reached, { day, how: 'won' });
    reached.push(day);
    step++;
  }
  return lifeOf(reached);
}

function lifeOf([attempt = 0, opportunity, ask]: readonly number[], end?: Life['end']): Life {
  const reached: Life['reached'] =
    opportunity === undefined ? [attempt] : ask === undefined ? [attempt, opportunity] : [attempt, opportunity, ask];
  return { reached, ...(end && { end }) };
}

/** Poisson, by counting how many exponential gaps fit into a day. */
function arrivals(mean: number, random: () => number): number {
  let count = -1;
  for (let time = 0; time < mean; count++) time -= Math.log(1 - random());
  return Math.max(0, count);
}

/** A generator of its own: a 32-bit xorshift (Marsaglia 2003). */
export function testRandom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}
