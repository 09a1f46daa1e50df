import { textOf } from '../../lambdas/domain/cells/table.ts';
import type { AsOf } from '../../lambdas/domain/days/as-of.ts';
import { isoOf } from '../../lambdas/domain/days/day.ts';
import { AT } from '../../lambdas/domain/rows/activity-columns.ts';
import type { RowBehind } from '../../lambdas/domain/rows/rows-behind.ts';
import type { Figure } from '../../lambdas/domain/weeks/figures.ts';
import { type Explanation, explain as explainFigure } from '../../lambdas/explain/explain.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import { findDeployment } from '../deployment/find-deployment.ts';
import { workbookId } from '../deployment/workbook-id.ts';
import { EXIT } from '../exit-codes.ts';
import { withKeptService } from '../kept-service.ts';

export interface ExplainOptions {
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
  /** A day of the week. */
  readonly week?: AsOf;
  readonly rep?: string;
  readonly figure: Figure;
  readonly asOf?: AsOf;
}

/** `explain SPREADSHEET`: the rows behind a figure. Returns the exit code. */
export async function explain(spreadsheet: string, options: ExplainOptions): Promise<number> {
  const workbook = workbookId(spreadsheet);
  if (options.data === undefined) return explainAt((await findDeployment()).env, workbook, options);
  return withKeptService(options.data, ({ env }) => explainAt(env, workbook, options));
}

async function explainAt(env: Environment, workbook: string, options: ExplainOptions): Promise<number> {
  const { week, rep, figure, asOf } = options;
  const explanation = await explainFigure(compose(env), {
    workbook,
    figure,
    ...(week && { day: week.day }),
    ...(rep !== undefined && { rep }),
    ...(asOf && { asOf }),
  });
  process.stdout.write(explanationText(explanation, figure));
  return EXIT.done;
}

/** A heading with the figure, and a line for each row that adds to it. */
export function explanationText({ week, name, rows, total, minorDigits }: Explanation, figure: Figure): string {
  const shown = (amount: number): string =>
    figure.endsWith('Amount') ? (amount / 10 ** minorDigits).toFixed(minorDigits) : String(amount);
  const heading = `${name}, week of ${isoOf(week)}: ${figure} ${shown(total)}, from ${plural(rows.length, 'row')}`;
  const lines = rows.map(({ adds, ...row }) => `  ${shown(adds).padStart(8)}  ${described(row)}`);
  return `${[heading, ...lines].join('\n')}\n`;
}

/** Date, rep, prospect, deal, activity, outcome, count and amount as typed. */
function described({ cells, row }: Omit<RowBehind, 'adds'>): string {
  const typed = (['rep', 'prospect', 'deal', 'activity', 'outcome'] as const).map((field) => textOf(cells[AT[field]]));
  const count = row.count === 1 ? [] : [`x ${row.count}`];
  const amount = cells[AT.amount] === undefined ? [] : [`amount ${textOf(cells[AT.amount])}`];
  return [isoOf(row.day), ...typed.filter((text) => text !== ''), ...count, ...amount].join(' | ');
}
