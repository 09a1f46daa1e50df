import { type DispatchResult, dispatch } from '../../lambdas/dispatch/dispatch.ts';
import { composeDrive, composeRegistry } from '../../lambdas/runtime/compose.ts';
import { openQueue } from '../../lambdas/runtime/queue.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import { startLocalQueue } from '../support/local-queue.ts';
import type { Bench } from './bench.ts';
import { type Counts, counting } from './probes/counts.ts';

const WORKBOOKS = 200;
const ACCOUNTS = ['north@fleet.iam.gserviceaccount.com', 'south@fleet.iam.gserviceaccount.com'] as const;
const MINUTE = 60_000;

interface Tick extends DispatchResult {
  /** That reached Google. */
  readonly calls: number;
  readonly counts: Counts;
}

export const bench: Bench = {
  name: 'fleet-calls',
  about: `calls of a tick of dispatch, by the real clients, for ${WORKBOOKS} workbooks of ${ACCOUNTS.length} service accounts`,
  budgets: { 'unchanged, calls for each account': 1, 'unchanged, hints': 0, 'unchanged, write units': 0 },

  async run({ progress }) {
    const service = await startLocalService();
    const queue = await startLocalQueue();
    try {
      process.env.AWS_ENDPOINT_URL_SQS = queue.endpoint;
      progress('workbooks, registered and known to be up to date');
      const tick = await fleet(service, `${queue.endpoint}/1/ingest.fifo`);
      const first = await tick(0);
      const unchanged = await tick(1);
      service.sheets.typeInto('team-7', 'A30', [['x']]);
      const edited = await tick(2);
      // Longer than a workbook that nobody reports on is left alone; one that is reported on says itself when.
      const poll = await tick(60);
      const calls = (of: Tick) => ({ value: of.calls / ACCOUNTS.length, unit: 'calls' as const });
      const hints = (of: Tick) => ({ value: of.sent, unit: 'calls' as const });
      const units = (of: Tick, figure: keyof Counts) => ({ value: of.counts[figure] ?? 0, unit: 'units' as const });
      return {
        'unchanged, calls for each account': calls(unchanged),
        'unchanged, hints': hints(unchanged),
        'unchanged, write units': units(unchanged, 'dynamodb.writeUnits'),
        'unchanged, read units': units(unchanged, 'dynamodb.readUnits'),
        'one edit, calls for each account': calls(edited),
        'one edit, hints': hints(edited),
        'safety poll, calls for each account': calls(poll),
        'safety poll, hints': hints(poll),
        'first tick, hints': hints(first),
      };
    } finally {
      delete process.env.AWS_ENDPOINT_URL_SQS;
      await queue.close();
      await service.close();
    }
  },
};

/** A tick of the fleet so many minutes after the beginning. */
async function fleet(service: LocalService, queueUrl: string): Promise<(minute: number) => Promise<Tick>> {
  const begun = Date.now();
  const registry = composeRegistry(service.env, { clock: () => begun });
  for (let index = 0; index < WORKBOOKS; index++) {
    const workbook = `team-${index}`;
    const tabs = [{ title: 'Activity', rows: [] }];
    service.sheets.addWorkbook({ id: workbook, title: workbook, locale: 'en_GB', timeZone: 'Europe/London', tabs });
    const account = ACCOUNTS[index % ACCOUNTS.length] ?? ACCOUNTS[0];
    await registry.register({ workbook, title: workbook, account });
  }
  return async (minute) => {
    service.sheets.calls.length = 0;
    const { meter, counts } = counting();
    const clock = (): number => begun + minute * MINUTE;
    const result = await dispatch({
      registry: composeRegistry(service.env, { meter, clock }),
      queue: openQueue(queueUrl),
      drive: (account) => composeDrive(service.env, { account, meter }),
      clock,
    });
    if (result.failed.length > 0) throw new Error('an account could not be asked', { cause: result.failed[0]?.error });
    return { ...result, counts, calls: service.sheets.calls.length };
  };
}
