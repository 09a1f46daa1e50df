import { type EraseDeps, erase, planErase } from '../erase/erase.ts';
import { planned, stillThere, told, warnings } from '../erase/erase-words.ts';
import { type Person, personOf } from '../erase/person.ts';
import { EXIT } from '../exit-codes.ts';
import { type Progress, progress } from '../progress.ts';
import { atWorkbook } from './at-workbook.ts';

export interface EraseOptions {
  readonly prospect: string;
  /** Without it nothing is erased. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
}

/** `erase SPREADSHEET --prospect P`: a person's data gone. Returns the exit code. */
export async function eraseProspect(spreadsheet: string, { data, ...options }: EraseOptions): Promise<number> {
  const person = personOf(options.prospect);
  return atWorkbook(spreadsheet, data, ({ composed, workbook }) =>
    eraseAt(composed, workbook, person, options, progress()),
  );
}

/** What the command does, with the service at hand. */
export async function eraseAt(
  deps: EraseDeps,
  workbook: string,
  person: Person,
  { yes = false, dryRun = false }: Pick<EraseOptions, 'yes' | 'dryRun'>,
  say: Progress,
): Promise<number> {
  const plan = await planErase(deps, workbook, person, say);
  if (plan.stop !== undefined) return refused(`\nNothing was erased: the sheet needs attention. ${plan.stop}\n`);
  if (plan.sheet.own.length > 0) return refused(stillThere(person, plan.sheet.own) + warnings(person, plan.sheet));
  process.stderr.write(warnings(person, plan.sheet));
  if (dryRun || !yes) {
    process.stdout.write(`${planned(person, plan)}Nothing was written.\n`);
    if (dryRun) return EXIT.done;
    process.stderr.write('This cannot be taken back: give --yes to do it.\n');
    return EXIT.wrongUse;
  }
  process.stdout.write(told(person, await erase(deps, workbook, person, say)));
  return EXIT.done;
}

function refused(message: string): number {
  process.stderr.write(message);
  return EXIT.sheetNeedsAttention;
}
