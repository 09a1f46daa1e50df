import { applyPlan, planFor } from '../../local/init/apply-plan.ts';
import { openCall } from '../../local/init/open-call.ts';
import type { Plan, PlanOptions } from '../../local/init/plan.ts';
import type { WorkbookFile } from '../../local/sheets-server/workbook-file.ts';
import { type TestService, WORKBOOK } from './e2e-service.ts';
import { requestFaults } from './sheets-discovery.ts';

/** A spreadsheet as Google makes it. */
export const emptyBook = (locale = 'en_GB'): WorkbookFile => ({
  title: 'Sales',
  locale,
  timeZone: 'Europe/London',
  tabs: [{ title: 'Sheet1', rows: [] }],
});

/** Sets up the workbook of a service as `leadsheet init` does, over HTTP. */
export async function initialise({ env }: TestService, options: Partial<PlanOptions> = {}): Promise<Plan> {
  const { call } = openCall(env);
  const all = { examples: true, ...options };
  const plan = await planFor(call, WORKBOOK, all);
  await applyPlan(call, WORKBOOK, plan, all);
  return plan;
}

/** Everything that a workbook holds: two of them are equal when nothing was changed in between. */
export function everythingIn({ server }: TestService): unknown {
  const { sheets, state } = server.workbook(WORKBOOK);
  return structuredClone({
    state: { ...state },
    tabs: sheets.map(({ state: { collections, rowMetadata, columnMetadata, ...rest }, cells }) => ({
      ...rest,
      collections,
      rowMetadata: [...rowMetadata],
      columnMetadata: [...columnMetadata],
      cells: Array.from({ length: cells.length }, (_, row) => {
        const { values, formats, extras } = cells.row(row) ?? {};
        return { values, formats, extras };
      }),
    })),
  });
}

/** What Google's discovery document has against the requests so far. */
export const faultsIn = ({ server }: TestService): string[] =>
  server.calls.flatMap(({ method, path, query, body }) => {
    const address = new URL(path, server.url);
    for (const name of Object.keys(query)) address.searchParams.set(name, '');
    return requestFaults(method, address, body);
  });
