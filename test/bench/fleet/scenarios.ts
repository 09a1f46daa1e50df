import type { Fleet } from './fleet.ts';

/** Fleets of any size that are served in one way. */
export interface Scenario {
  readonly name: string;
  /** Whether the deployed service does it so; else it is what could be. */
  readonly isDeployed: boolean;
  readonly served: Omit<Fleet, 'workbooks'>;
}

export const SCENARIOS: readonly Scenario[] = [
  { name: '1 account', isDeployed: true, served: { accounts: 1 } },
  { name: '5 accounts', isDeployed: true, served: { accounts: 5 } },
  { name: '20 accounts', isDeployed: true, served: { accounts: 20 } },
  { name: '1 account, old hints dropped', isDeployed: false, served: { accounts: 1, dropsStaleHints: true } },
  { name: '20 accounts, 30 at once', isDeployed: false, served: { accounts: 20, concurrency: 30 } },
  {
    name: '20 accounts, both',
    isDeployed: false,
    served: { accounts: 20, concurrency: 30, dropsStaleHints: true },
  },
];

export const SIZES = [1, 10, 50, 100, 200, 300, 500, 1000, 2000, 5000] as const;

/** Sizes between the largest that went well and the smallest that did not, each half of what is left. */
export async function largest(
  well: number,
  ill: number,
  goesWell: (size: number) => Promise<boolean>,
): Promise<number> {
  let [low, high] = [well, ill];
  while (high - low > Math.max(1, 0.06 * low)) {
    const middle = roundly((low + high) / 2);
    if (middle <= low || middle >= high) break;
    if (await goesWell(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** To two figures: more would say more than a simulation can. */
const roundly = (value: number): number => Number(value.toPrecision(2));
