import type { Call } from '../../lambdas/sheets/call.ts';
import { type Plan, type PlanOptions, planSetUp } from './plan.ts';
import { readWorkbook } from './read-workbook.ts';

/** Looks, plans, and looks no further. */
export async function planFor(call: Call, workbook: string, options: PlanOptions): Promise<Plan & { title: string }> {
  const view = await readWorkbook(call, workbook, options.known ?? {});
  return { ...planSetUp(view, options), title: view.title };
}

/**
 * One atomic `batchUpdate`. When the answer was lost the batch is refused the second time; what is still missing then
 * tells whether it was applied.
 */
export async function applyPlan(call: Call, workbook: string, plan: Plan, options: PlanOptions): Promise<void> {
  if (plan.requests.length === 0) return;
  const outcome = await call.try({
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.batchUpdate(
        { spreadsheetId: workbook, requestBody: { requests: [...plan.requests] }, fields: 'spreadsheetId' },
        http,
      ),
  });
  if (outcome.ok) return;
  if (outcome.uncertain && (await planFor(call, workbook, options)).requests.length === 0) return;
  throw call.error(workbook, outcome.failure);
}
