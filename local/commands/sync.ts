import type { AsOf } from '../../lambdas/domain/days/as-of.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { compose, composeRegistry } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { EXIT } from '../exit-codes.ts';
import { withKeptService } from '../kept-service.ts';
import { runPipeline } from '../pipeline.ts';
import { progress } from '../progress.ts';

export interface SyncOptions {
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
  readonly dryRun?: boolean;
  readonly acceptRemovals?: boolean;
  readonly full?: boolean;
  readonly asOf?: AsOf;
}

/** `sync SPREADSHEET`: ingest, rollup and report now. Returns the exit code. */
export async function sync(spreadsheet: string, options: SyncOptions): Promise<number> {
  const workbook = workbookId(spreadsheet);
  if (options.data === undefined) return syncAt((await findDeployment()).env, workbook, options, true);
  return withKeptService(options.data, ({ env }) => syncAt(env, workbook, options));
}

async function syncAt(env: Environment, workbook: string, options: SyncOptions, isDeployed = false): Promise<number> {
  // The spreadsheet may be shared with another account than the first.
  const registration = isDeployed ? await composeRegistry(env).find(workbook) : undefined;
  const composed = compose(env, { account: registration?.account });
  const { asOf, acceptRemovals, dryRun, full } = options;
  if (dryRun) {
    const plan = await ingest(composed, {
      workbook,
      dryRun,
      withRows: true,
      ...(asOf && { asOf }),
      ...(acceptRemovals && { acceptRemovals }),
    });
    if (plan.stop) return stopped(plan.stop.message);
    const { rowsAdded, rowsRemoved, checksWritten } = plan;
    process.stdout.write(
      `Would add ${plural(rowsAdded, 'row')}, remove ${rowsRemoved}, and write ${plural(checksWritten, 'Check cell')}. Nothing was written.\n`,
    );
    return EXIT.done;
  }
  const result = await runPipeline(composed, { workbook, asOf, acceptRemovals, full }, progress());
  if (result.ingest.stop) return stopped(result.ingest.stop.message);
  const tabs = result.report.written.length > 0 ? result.report.written.join(', ') : 'none';
  const { status, rowsAdded, rowsRemoved } = result.ingest;
  process.stdout.write(`Rows ${status}: ${rowsAdded} added, ${rowsRemoved} removed. Tabs written: ${tabs}.\n`);
  return EXIT.done;
}

function stopped(message: string): number {
  process.stderr.write(`\nThe sheet needs attention; the last good reports stay. ${message}\n`);
  return EXIT.sheetNeedsAttention;
}
