import { type Composed, compose, composeRegistry } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { startLocalService } from '../service.ts';

/** A workbook and the service that keeps it. */
export interface AtWorkbook {
  readonly workbook: string;
  readonly env: Environment;
  /** E-mail of the service account that it is shared with; absent = the first of the environment. */
  readonly account: string | undefined;
  readonly composed: Composed;
}

/**
 * Runs `use` on a workbook of the local service in the folder `data`, or without one of the deployed service, as the
 * account that the workbook is registered with.
 */
export async function atWorkbook<T>(
  spreadsheet: string,
  data: string | undefined,
  use: (at: AtWorkbook) => Promise<T>,
): Promise<T> {
  const workbook = workbookId(spreadsheet);
  if (data === undefined) {
    const { env } = await findDeployment();
    const account = (await composeRegistry(env).find(workbook))?.account;
    return use({ workbook, env, account, composed: compose(env, { account }) });
  }
  const service = await startLocalService({ dataDir: data });
  try {
    const { env } = service;
    return await use({ workbook, env, account: undefined, composed: compose(env) });
  } finally {
    await service.close();
  }
}
