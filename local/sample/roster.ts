/** A rep of the sample team: first names only, all invented. Shares are from 0 to 1. */
export interface SampleRep {
  readonly name: string;
  readonly alias: string;
  readonly segment: 'Inside' | 'Field';
  /** Touches on a normal day. */
  readonly touches: number;
  /** Share of attempts that reach nobody. */
  readonly missed: number;
  /** Per conversation; per opportunity; per ask. */
  readonly toOpportunity: number;
  readonly toAsk: number;
  readonly toClose: number;
  /** Stretches every wait between steps. */
  readonly slowness: number;
  /** Median of the amounts, in pounds. */
  readonly deal: number;
  /** Share of opportunities that a field rep takes over. */
  readonly handsOff: number;
  /** Share of days on which time outside selling is logged. */
  readonly logsTime: number;
  /** Revenue goal, as a multiple of what the rep books. */
  readonly goal: number;
  /** On the team from this week on (0 = before the first). */
  readonly fromWeek: number;
}

const inside = { segment: 'Inside', slowness: 1, handsOff: 0.1, fromWeek: 0 } as const;
const field = { segment: 'Field', slowness: 1.7, handsOff: 0, fromWeek: 0 } as const;

/**
 * Fred makes many calls and few closes, Jane the other way round (they are the acceptance case of the targets); Tom
 * joins in week 15, Chloe is on leave for a week, Priya lives on what the inside reps hand over.
 */
// biome-ignore format: a table
export const ROSTER: readonly SampleRep[] = [
  { ...inside, name: 'Fred', alias: 'Freddie', touches: 25.5, missed: 0.38, toOpportunity: 0.04, toAsk: 0.45, toClose: 0.36, deal: 2800, logsTime: 0.75, goal: 1.7, handsOff: 0 },
  { ...inside, name: 'Jane', alias: 'JJ', touches: 9.5, missed: 0.3, toOpportunity: 0.3, toAsk: 0.9, toClose: 0.83, deal: 3200, logsTime: 0.7, goal: 0.95, handsOff: 0 },
  { ...inside, name: 'Amir', alias: 'Am', touches: 18, missed: 0.36, toOpportunity: 0.07, toAsk: 0.65, toClose: 0.5, deal: 3600, logsTime: 0.8 , goal: 1.05},
  { ...inside, name: 'Chloe', alias: 'CK', touches: 17, missed: 0.34, toOpportunity: 0.08, toAsk: 0.7, toClose: 0.48, deal: 3400, logsTime: 0.85, goal: 1.25 },
  { ...inside, name: 'Tom', alias: 'Tommy', touches: 16, missed: 0.4, toOpportunity: 0.05, toAsk: 0.55, toClose: 0.4, deal: 2600, logsTime: 0.9, goal: 1.3, fromWeek: 14 },
  { ...field, name: 'Nadia', alias: 'Nad', touches: 5.5, missed: 0.25, toOpportunity: 0.24, toAsk: 0.7, toClose: 0.55, deal: 11500, logsTime: 0.8, goal: 0.97 },
  { ...field, name: 'Oscar', alias: 'Oz', touches: 5, missed: 0.28, toOpportunity: 0.2, toAsk: 0.65, toClose: 0.38, deal: 13000, logsTime: 0.65, goal: 1.4 },
  { ...field, name: 'Priya', alias: 'Pri', touches: 4.5, missed: 0.22, toOpportunity: 0.12, toAsk: 0.75, toClose: 0.55, deal: 12500, logsTime: 0.85, goal: 1.02 },
];

/** Of these 28 weeks the one in which Chloe is away, counted from 0. */
export const LEAVE = { rep: 'Chloe', week: 18 } as const;
/** Who takes over what inside reps hand off. */
export const RECEIVERS = ['Priya', 'Priya', 'Priya', 'Nadia'] as const;
