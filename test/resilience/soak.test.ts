import { expect, test } from 'vitest';
import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { DECIDED_WEEKS } from '../../lambdas/domain/forecast/forecast-input.ts';
import { type Facts, factsRef } from '../../lambdas/domain/weeks/facts.ts';
import { FIGURES } from '../../lambdas/domain/weeks/figures.ts';
import { frozenRef } from '../../lambdas/domain/weeks/frozen-weeks.ts';
import { decodeWeek, repFigures, type WeekRollup } from '../../lambdas/domain/weeks/week-rollup.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { generations } from '../support/generations.ts';
import { BOOK, type Soaked, soak } from '../support/soak-service.ts';
import { SoakTeam } from '../support/soak-team.ts';
import { scale, tally } from '../support/tally.ts';
import { serial } from '../support/trees.ts';

/** At full length on a busy machine. */
const HOUR_MS = 3_600_000;
const FIRST = serial('2026-01-05');
const WEEKS = scale(6, 52);
const REPS = scale(12, 200);
const COUNTED = [
  ...['rows', 'touches', 'msis', 'attempts', 'followUps', 'opportunities', 'asks', 'askAmount', 'closes', 'lost'],
  'closeAmount',
];

/** Figures of one week as the service keeps them, in the words of the ledger. */
function told(week: number, rollup: WeekRollup): [string, number][] {
  return [...rollup.days.keys()].flatMap((rep) => {
    const name = rep === 't' ? '*' : rep.slice(2);
    const figures = repFigures(rollup, rep, week, week + 6);
    return FIGURES.filter((figure) => COUNTED.includes(figure) && figures[figure] !== 0).map(
      (figure): [string, number] => [`${week} ${name} ${figure}`, figures[figure]],
    );
  });
}

const sorted = (figures: Iterable<readonly [string, number]>): Record<string, number> =>
  Object.fromEntries([...figures].map(([what, amount]) => [what, amount] as const).sort());

/** Weeks that are closed at the end, and the version of the sheet that each was closed with. */
function closedWeeks({ closings, since }: Soaked): Map<number, number> {
  const closed = new Map<number, number>();
  for (const { day, version } of closings) {
    if (since + 14 >= day) continue;
    // The last week that ended more than 14 days ago; serial day 2 was a Monday.
    const through = day - 21 - ((day - 21 - 2) % 7);
    for (let week = FIRST; week <= through; week += 7) if (!closed.has(week)) closed.set(week, version);
  }
  return closed;
}

test(
  `${WEEKS} weeks of ${REPS} reps, one call in twenty failing: figures, deals, closed weeks and tabs are those of SQL`,
  async () => {
    const team = new SoakTeam({ reps: REPS, seed: 42, first: FIRST });
    const soaked = await soak(team, FIRST, 7 * WEEKS, 0.05);
    tally('soak days', 7 * WEEKS);
    tally('faults in the soak', soaked.faults);
    const { service, lastVersion } = soaked;
    const { ledger } = team;
    const head = service.store.table.heads.get(BOOK);
    const { source, derived, facts } = head ?? {};
    if (!head || source === undefined || !derived || facts === undefined) throw new Error('there are no figures');
    expect(head.stop).toBeUndefined();

    const figures = await loadFigures(service.store.open(), BOOK, { ...head, source, derived }, (zone) =>
      asOfInstant(service.now, zone),
    );
    const now = ledger.figures(lastVersion);
    expect(sorted([...figures.weeks].flatMap(([week, rollup]) => told(week, rollup)))).toEqual(sorted(now));

    const deals = ledger.deals(lastVersion, FIRST + 7 * (WEEKS - DECIDED_WEEKS));
    const prospects = (state: string) =>
      [...figures.openDeals, ...figures.decidedDeals]
        .filter((deal) => deal.state === state)
        .map((deal) => deal.prospect)
        .sort();
    expect(prospects('open')).toEqual(deals.open);
    expect(prospects('won')).toEqual(deals.won);
    expect(prospects('lost')).toEqual(deals.lost);

    const closed = closedWeeks(soaked);
    expect(closed.size).toBe(WEEKS - 3);
    const items = service.store.table.items.get(BOOK);
    const kept = JSON.parse(items?.get(`facts#${factsRef(facts).digest}`)?.body ?? '{}') as Facts; // as stored
    const frozen = new Map(
      (kept.frozen?.weeks ?? []).map(([week, name]) => {
        const { area, digest } = frozenRef(week, name);
        return [week, decodeWeek(items?.get(`${area}#${digest}`)?.body ?? '')];
      }),
    );
    expect([...frozen.keys()].sort()).toEqual([...closed.keys()].sort());
    for (const [week, version] of closed)
      expect(sorted(told(week, frozen.get(week) as WeekRollup))).toEqual(sorted(ledger.figures(version, week)));

    // The tabs: closed weeks as they were reported, the others as they are.
    const trend = service.sheet(BOOK).reports.tabs.get('Trend')?.layout.rows ?? [];
    const shownWeeks = Array.from({ length: 13 }, (_, i) => FIRST + 7 * (WEEKS - 13 + i));
    for (const [label, figure] of [
      ['MSIs', 'msis'],
      ['Attempts to connect', 'attempts'],
      ['Closes', 'closes'],
    ] as const) {
      const shown = trend
        .find(([name]) => name?.value === label)
        ?.slice(1, 14)
        .map((cell) => cell.value);
      const expected = shownWeeks.map((week) => {
        const at = closed.get(week);
        const of = at === undefined ? now : ledger.figures(at, week);
        return week < FIRST ? undefined : (of.get(`${week} * ${figure}`) ?? 0);
      });
      expect(shown).toEqual(expected);
    }
    const health = service.sheet(BOOK).reports.tabs.get('Health')?.layout.rows ?? [];
    expect(health.find(([name]) => name?.value === 'Read')?.[1]?.value).toBe(ledger.rows(lastVersion));
    await generations(service, BOOK).ended();
    expect(soaked.faults).toBeGreaterThan(7 * WEEKS * 0.3);
  },
  HOUR_MS,
);
