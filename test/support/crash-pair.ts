import { compose } from '../../lambdas/runtime/compose.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress } from '../../local/progress.ts';
import { type Breakage, type BreakingProxies, breakingProxies } from './breaking-proxy.ts';
import { smallSample, type TestService, testService, WORKBOOK } from './e2e-service.ts';
import { cellsOf } from './e2e-tabs.ts';
import { type Visible, visible } from './e2e-twin.ts';

/** A service whose requests break, and a twin with the same sheet at the same time whose requests never do. */
export interface CrashPair {
  readonly one: TestService;
  readonly twin: TestService;
  readonly proxies: BreakingProxies;
  /** The same edits of people in both. */
  edit(round: number): void;
  close(): Promise<void>;
}

const WORK = ['pipeline', 'sweep'] as const;
export type Work = (typeof WORK)[number];

export async function crashPair({ settled }: { readonly settled: boolean }): Promise<CrashPair> {
  const [one, twin] = [await testService({ book: smallSample(1) }), await testService({ book: smallSample(1) })];
  const proxies = await breakingProxies(one.env);
  const both = [one, twin];
  if (settled) for (const each of both) await each.settle();
  return {
    one,
    twin,
    proxies,
    edit(round) {
      for (const each of both) {
        each.now += 60_000;
        editAs(each, round);
      }
    },
    close: async () => {
      await proxies.close();
      for (const each of both) await each.close();
    },
  };
}

/** A new row; an outcome changed; now and then the last row taken out again, or a name that nobody had. */
function editAs({ server }: TestService, round: number): void {
  const rows = cellsOf(server, 'Activity').length;
  const rep = round % 5 === 3 ? `Newcomer ${round}` : 'Jane';
  const row = ['20/11/2026', rep, `Acme ${round}`, '', round % 3 === 0 ? 'Close' : 'Ask', 'Booked'];
  const at = round % 4 === 2 ? rows : rows + 1;
  server.typeInto(WORKBOOK, `Activity!A${at}:F${at}`, [row]);
  server.typeInto(WORKBOOK, `Activity!F${(round % 40) + 5}`, [[`Spoke ${round}`]]);
}

/** A year on, when what was in force then may be swept. */
const MUCH_LATER = 365 * 86_400_000;

/** Runs through the proxies while the `k`th request breaks; resolves to whether it did, and how the run ended. */
export async function breakingRun(
  { one, proxies }: CrashPair,
  work: Work,
  k: number,
  how: Breakage,
  forGood: boolean,
): Promise<{ readonly broke: boolean; readonly ended: string }> {
  const from = proxies.arrivals.length;
  let end = Number.POSITIVE_INFINITY;
  proxies.breaks = (n) => {
    if (n - from < k || (!forGood && n - from > k)) return undefined;
    // A run whose requests all fail from now on is given a moment to give up.
    if (n - from === k && forGood) end = Date.now() + 100;
    return n - from === k ? how : 'lost';
  };
  const composed = compose(proxies.env, {
    clock: () => one.now + (work === 'sweep' ? MUCH_LATER : 0),
    deadline: () => end,
  });
  const ended = await doWork(composed, work).then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
  proxies.breaks = () => undefined;
  return { broke: proxies.arrivals.length - from > k, ended };
}

/** The same work of a service that nothing happens to. */
export const cleanRun = ({ env, now }: TestService, work: Work): Promise<unknown> =>
  doWork(compose(env, { clock: () => now + (work === 'sweep' ? MUCH_LATER : 0) }), work);

const doWork = (composed: ReturnType<typeof compose>, work: Work): Promise<unknown> =>
  work === 'sweep'
    ? sweep(composed, { workbook: WORKBOOK })
    : runPipeline(composed, { workbook: WORKBOOK }, progress({ quiet: true }));

export interface PairState extends Visible {
  /** Immutable items by area and digest, but those that carry the number of the fence. */
  readonly items: readonly string[];
}

export async function stateOf(service: TestService): Promise<PairState> {
  const items: string[] = [];
  for await (const { area, digest } of service.store().listItems(WORKBOOK))
    if (area !== 'published') items.push(`${area}#${digest}`);
  return { ...(await visible(service)), items: items.sort() };
}
