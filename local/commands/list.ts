import type { Head } from '../../lambdas/domain/trees/head.ts';
import type { Registration } from '../../lambdas/ports.ts';
import { composeRegistry, composeStore } from '../../lambdas/runtime/compose.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { EXIT } from '../exit-codes.ts';

/** `list`: which workbooks are served, and how each is. Returns the exit code. */
export async function list(options: { readonly json?: boolean }): Promise<number> {
  const { env } = await findDeployment();
  const [registry, store] = [composeRegistry(env), composeStore(env)];
  const served = (await registry.list()).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const lines = await Promise.all(
    served.map(async (entry) => ({ ...entry, ...stateOf(await store.readHead(entry.workbook)) })),
  );
  if (options.json) process.stdout.write(`${JSON.stringify(lines, undefined, 2)}\n`);
  else if (lines.length === 0)
    process.stdout.write('No workbook is served. leadsheet register SPREADSHEET adds one.\n');
  else process.stdout.write(table(lines));
  return EXIT.done;
}

interface State {
  readonly state: 'not read yet' | 'reports stand' | 'rows read, no report yet' | 'stopped';
  /** Why it is stopped, and what to do. */
  readonly message?: string;
}

export function stateOf(head: Head | undefined): State {
  if (head?.stop) return { state: 'stopped', message: head.stop.message };
  if (!head?.source) return { state: 'not read yet' };
  return { state: head.published ? 'reports stand' : 'rows read, no report yet' };
}

export function table(lines: readonly (Registration & State)[]): string {
  const rows = lines.flatMap(({ title, workbook, account, state, message }) => [
    `${title}\n  ${workbook}  as ${account}: ${state}`,
    ...(message === undefined ? [] : [`  ${message}`]),
  ]);
  return `${[...rows, plural(lines.length, 'workbook')].join('\n')}\n`;
}
