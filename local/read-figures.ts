import { type AsOf, asOfInstant } from '../lambdas/domain/days/as-of.ts';
import { loadFigures } from '../lambdas/report/load-figures.ts';
import type { Composed } from '../lambdas/runtime/compose.ts';
import type { ReportSums } from '../lambdas/tabs/report-figures.ts';

/** A century: every week that a row can be in. */
const ALL_WEEKS = 52 * 110;

/** The figures of every week, from the same trees that the report is laid out from. */
export async function readFigures(
  { store, clock }: Composed,
  workbook: string,
  asOf: AsOf | undefined,
): Promise<ReportSums> {
  const head = await store.readHead(workbook);
  if (!head?.source || !head.derived) throw new Error(`The workbook ${workbook} has no figures yet: run a sync first.`);
  const { source, derived } = head;
  return loadFigures(
    store,
    workbook,
    { ...head, source, derived },
    (timeZone) => asOf ?? asOfInstant(clock(), timeZone),
    ALL_WEEKS,
  );
}
