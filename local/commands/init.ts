import { join } from 'node:path';
import { ENV } from '../../lambdas/contract.ts';
import { composeStore } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { EXIT } from '../exit-codes.ts';
import { applyPlan, planFor } from '../init/apply-plan.ts';
import { createSpreadsheet } from '../init/create-spreadsheet.ts';
import { openCall } from '../init/open-call.ts';
import { emptyTemplate, type Plan, planSetUp } from '../init/plan.ts';
import { dataOption, withKeptService } from '../kept-service.ts';
import { startLocalService, WORKBOOKS_FOLDER } from '../service.ts';

export interface InitOptions {
  /** Folder of a local service; absent = the environment says where spreadsheets are. */
  readonly data?: string;
  readonly dryRun?: boolean;
  /** Name of a spreadsheet to make instead of one that is there. */
  readonly template?: string;
  /** Of the new spreadsheet; absent = Google's default for the account. */
  readonly locale?: string;
  readonly timeZone?: string;
  /** False: without the tab How to. */
  readonly examples: boolean;
}

/** `init SPREADSHEET` or `init --template NAME`: input tabs that reps can type into. Returns the exit code. */
export async function init(spreadsheet: string | undefined, options: InitOptions): Promise<number> {
  if ((spreadsheet === undefined) === (options.template === undefined)) {
    process.stderr.write('Name a spreadsheet by its id or address, or give --template NAME to make a new one.\n');
    return EXIT.wrongUse;
  }
  if (options.data === undefined) return initAt(process.env, spreadsheet, options);
  if (spreadsheet !== undefined) return withKeptService(options.data, ({ env }) => initAt(env, spreadsheet, options));
  const service = await startLocalService({ dataDir: options.data });
  try {
    return await initAt(service.env, spreadsheet, options);
  } finally {
    await service.close();
  }
}

async function initAt(env: Environment, spreadsheet: string | undefined, options: InitOptions): Promise<number> {
  const { examples, dryRun = false, template } = options;
  const { call, serviceAccount } = openCall(env);
  if (spreadsheet !== undefined) {
    const workbook = workbookId(spreadsheet);
    const planOptions = { examples, known: await knownTabs(env, workbook) };
    const plan = await planFor(call, workbook, planOptions);
    if (!dryRun) await applyPlan(call, workbook, plan, planOptions);
    return told(plan, dryRun);
  }
  const title = template ?? '';
  const { locale, timeZone } = options;
  const properties = { title, ...(locale && { locale }), ...(timeZone && { timeZone }) };
  if (dryRun) {
    process.stdout.write(`Would make the spreadsheet "${title}".\n`);
    return told(planSetUp(emptyTemplate(title, timeZone), { examples }), dryRun);
  }
  const made = await createSpreadsheet(call, properties);
  process.stdout.write(`Made the spreadsheet "${title}": ${options.data === undefined ? made.url : made.id}\n`);
  const plan = await planFor(call, made.id, { examples });
  await applyPlan(call, made.id, plan, { examples });
  const code = told(plan, dryRun);
  process.stdout.write(
    options.data === undefined ? nextSteps(made.id, serviceAccount) : nextStepsHere(made.id, options.data),
  );
  return code;
}

/** A tab that was renamed after its first sync is known to the service by its id. */
async function knownTabs(env: Environment, workbook: string) {
  if (!env[ENV.table]) return {};
  return (await composeStore(env).readHead(workbook))?.tabs ?? {};
}

function told({ steps, attention, requests }: Plan, dryRun: boolean): number {
  const lines =
    requests.length === 0 && attention.length === 0
      ? ['Everything is there already; nothing was written.']
      : [...(steps.length > 0 ? [dryRun ? 'Would do:' : 'Done:'] : []), ...steps.map((step) => `  ${step}`)];
  if (dryRun && requests.length > 0) lines.push('Nothing was written.');
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  if (attention.length === 0) return EXIT.done;
  process.stderr.write(`\nLeft as it is:\n${attention.map((message) => `  ${message}\n`).join('')}`);
  return EXIT.sheetNeedsAttention;
}

const nextSteps = (id: string, serviceAccount: string | undefined): string => `
What next:
  Share it with ${serviceAccount ?? 'the service account of Leadsheet'} as an editor, and with the reps.
  List the reps on the tab Team. Then: leadsheet register ${id}
  Whoever opens https://docs.google.com/spreadsheets/d/${id}/copy gets a copy of their own (share it for viewing first).
`;

/** A local service has no address at Google, and nobody to share with. */
const nextStepsHere = (id: string, data: string): string => `
What next:
  See it and type in it: leadsheet sheets-server${dataOption(join(data, WORKBOOKS_FOLDER))}
  List the reps on the tab Team and end the server. Then: leadsheet sync ${id}${dataOption(data)}
`;
