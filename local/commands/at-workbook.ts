import { type Composed, compose, composeRegistry } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { dataOption, withKeptService } from '../kept-service.ts';

/** A workbook and the service that keeps it. */
export interface AtWorkbook {
  readonly workbook: string;
  readonly env: Environment;
  /** E-mail of the service account that it is shared with; absent = the first of the environment. */
  readonly account: string | undefined;
  readonly composed: Composed;
  /** Folder of the local service; absent = the deployed one. */
  readonly data?: string;
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
  return withKeptService(data, ({ env }) => use({ workbook, env, account: undefined, composed: compose(env), data }));
}

/** Thrown where a command needs what the first sync stores. */
export const nothingStored = (workbook: string, data: string | undefined): Error =>
  new Error(`Nothing is stored of ${workbook} yet: leadsheet sync ${workbook}${dataOption(data)} reads it.`);
