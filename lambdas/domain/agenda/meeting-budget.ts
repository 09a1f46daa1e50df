/** The items of a meeting, in their order. */
export interface BudgetItem {
  readonly item: 'MSIs' | 'Deals' | 'Drill';
  /** Whole minutes. */
  readonly minutes: number;
}

/** "WIP meetings should be stand-up meetings 20 minutes in duration": what of them goes to each item. */
const SHARES = { msis: 0.15, drill: 0.25 } as const;
/** "above 6 reps it proposes groups" */
const MOST_AT_ONCE = 6;
const MOST_DEALS = 3;
const FEWEST_DEALS = 2;

/** Whole minutes that add up to the length of the meeting: 20 = 3 for the MSIs, 12 for the deals, 5 for the drill. */
export function meetingBudget(minutes: number): readonly BudgetItem[] {
  const all = Math.round(minutes);
  const msis = Math.max(1, Math.round(all * SHARES.msis));
  const drill = Math.max(1, Math.round(all * SHARES.drill));
  return [
    { item: 'MSIs', minutes: msis },
    { item: 'Deals', minutes: all - msis - drill },
    { item: 'Drill', minutes: drill },
  ];
}

/** "two or three notable opportunities for each salesperson": three where each gets a minute, else two. */
export function dealsPerRep(budget: readonly BudgetItem[], reps: number): number {
  const minutes = budget.find(({ item }) => item === 'Deals')?.minutes ?? 0;
  return Math.min(MOST_DEALS, Math.max(FEWEST_DEALS, Math.floor(minutes / Math.max(1, reps))));
}

/** Reps in groups of at most six, as even as can be and in their order; one group where they are few. */
export function meetingGroups<T>(reps: readonly T[]): readonly (readonly T[])[] {
  const groups = Math.max(1, Math.ceil(reps.length / MOST_AT_ONCE));
  return Array.from({ length: groups }, (_, i) =>
    reps.slice(Math.round((i * reps.length) / groups), Math.round(((i + 1) * reps.length) / groups)),
  );
}
