#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { headerKey } from '../lambdas/domain/cells/phrase.ts';
import { isTimeZone } from '../lambdas/domain/days/as-of.ts';
import { FIGURES, type Figure } from '../lambdas/domain/weeks/figures.ts';
import { parseAsOf } from './as-of-option.ts';
import { serverOptions } from './commands/sheets-server-options.ts';
import { storedDataCommands } from './commands/stored-data-commands.ts';
import { EXIT } from './exit-codes.ts';
import { hideWarning } from './hide-warning.ts';
import { parseLocale } from './locale-option.ts';

const LOCALE = [
  '--locale <locale>',
  'of the file: how a CSV writes numbers and dates, such as nl_NL',
  parseLocale,
  'en_US',
] as const;
const ZONE = [
  '--time-zone <zone>',
  'of the file: decides when a day begins, such as Europe/Amsterdam',
  parseZone,
  Intl.DateTimeFormat().resolvedOptions().timeZone,
] as const;
const AS_OF = ['--as-of <date>', 'the day for which figures are stated (default: now)', parseAsOf] as const;

/** Commands are loaded when they are called, so `--help` answers at once. */
function program(ended: (code: number) => void): Command {
  const leadsheet = new Command('leadsheet')
    .description('Leading indicators and closing ratios from the rows that reps type into a shared sheet.')
    .showHelpAfterError('(leadsheet --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong use, 3 the sheet needs attention and the last good reports stay.',
    )
    .exitOverride();
  leadsheet
    .command('demo')
    .description(
      'the whole service on this machine with its page (npm start): a sample workbook, or your .csv, .csv.gz or .xlsx',
    )
    .argument('[file]')
    .option('--data <folder>', 'where workbook and table are kept', '.leadsheet')
    .option('--port <port>', 'of the page; 0 takes a free one', parsePort, 8177)
    .option('--fresh', 'forget what was kept and begin anew')
    .option('--once', 'end after the first report')
    .option(...LOCALE)
    .option(...ZONE)
    .action(async (file, options, command: Command) => {
      if (file === undefined) refuseFileOptions(command);
      // At once: loading the code for the first time takes a second or two.
      process.stderr.write('Leadsheet, all of it on this machine: nothing is sent elsewhere.\n');
      ended(await (await import('./commands/demo.ts')).demo(file, options));
    });
  leadsheet
    .command('run')
    .description('one shot on a .csv, .csv.gz or .xlsx: writes figures, problems and report tabs as files')
    .argument('<file>')
    .option(...AS_OF)
    .requiredOption('--out <folder>', 'where the files go')
    .option('--store <folder>', 'keep table and workbook there, and go on from them next time')
    .option('--quiet', 'no progress')
    .option(...LOCALE)
    .option(...ZONE)
    .action(async (file, options) => ended(await (await import('./commands/run.ts')).run(file, options)));
  leadsheet
    .command('init')
    .description('sets up a spreadsheet: input tabs with headers, dropdowns and marks; adds only what is missing')
    .argument('[spreadsheet]', 'its id, or its address in the browser')
    .option('--template <name>', 'make a new spreadsheet of this name instead')
    .option('--locale <locale>', 'of the new spreadsheet, such as nl_NL', parseLocale)
    .option('--time-zone <zone>', 'of the new spreadsheet, such as Europe/Amsterdam', parseZone)
    .option('--no-examples', 'without the tab that explains with example rows')
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--data <folder>', 'of a local service that is not running; without it the environment says where')
    .action(async (spreadsheet, options) =>
      ended(await (await import('./commands/init.ts')).init(spreadsheet, options)),
    );
  leadsheet
    .command('sync')
    .description('ingest, rollup and report now, for the spreadsheet of this id')
    .argument('<spreadsheet>')
    .option('--data <folder>', 'of a local service that is not running; without it the environment says where')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--full', 'trust nothing that is stored: write every item and every tab again')
    .option('--accept-removals', 'the rows that are gone were removed on purpose')
    .option(...AS_OF)
    .action(async (workbook, options) => ended(await (await import('./commands/sync.ts')).sync(workbook, options)));
  leadsheet
    .command('explain')
    .description('the rows behind a figure of a week')
    .argument('<spreadsheet>')
    .requiredOption('--figure <figure>', 'such as msis, attempts, closes or closeAmount', parseFigure)
    .option('--week <date>', 'any day of the week (default: this week)', parseAsOf)
    .option('--rep <name>', 'as in the Rep column, or "(unassigned)" (default: the team)')
    .option('--data <folder>', 'of a local service that is not running; without it the environment says where')
    .option(...AS_OF)
    .action(async (workbook, options) =>
      ended(await (await import('./commands/explain.ts')).explain(workbook, options)),
    );
  storedDataCommands(leadsheet, ended);
  leadsheet
    .command('doctor')
    .description('what is wrong with credentials, table, queues or a spreadsheet, and what to do; writes nothing')
    .argument('[spreadsheet]', 'its id, or its address in the browser')
    .option('--google-setup', 'print the commands that let the functions sign in to Google')
    .option('--json', 'as JSON')
    .action(async (spreadsheet, options) =>
      ended(await (await import('./commands/doctor.ts')).doctor(spreadsheet, options)),
    );
  leadsheet
    .command('register')
    .description('has the deployed service keep the reports of a spreadsheet')
    .argument('<spreadsheet>', 'its id, or its address in the browser')
    .option(
      '--account <e-mail>',
      'of the Google service account that it is shared with (default: as before, or the one with the fewest)',
    )
    .option('--title <title>', 'how to call it in lists (default: as Google says)')
    .action(async (spreadsheet, options) =>
      ended(await (await import('./commands/register.ts')).register(spreadsheet, options)),
    );
  leadsheet
    .command('unregister')
    .description('the deployed service no longer looks at a spreadsheet; rows and reports stay')
    .argument('<spreadsheet>', 'its id, or its address in the browser')
    .action(async (spreadsheet) => ended(await (await import('./commands/register.ts')).unregister(spreadsheet)));
  leadsheet
    .command('list')
    .description('which spreadsheets the deployed service serves, and how each is')
    .option('--json', 'as JSON')
    .action(async (options) => ended(await (await import('./commands/list.ts')).list(options)));
  leadsheet
    .command('redrive')
    .description('tries the work again that failed for good (the dead letters)')
    .action(async () => ended(await (await import('./commands/redrive.ts')).redrive()));
  leadsheet
    .command('cost')
    .description('what a month of a deployment costs on AWS')
    .option('--workbooks <count>', 'that are served', parseCount, 1)
    .option('--rows <count>', 'on the tab Activity of each', parseCount, 10_000)
    .option('--changes-a-day <count>', 'minutes of a working day in which somebody types in a workbook', parseCount, 60)
    .option('--service-accounts <count>', 'of Google, that share the workbooks', parseCount, 1)
    .option('--json', 'as JSON')
    .action(async ({ json, ...deployment }) => ended((await import('./commands/cost.ts')).cost(deployment, { json })));
  serverOptions(leadsheet.command('sheets-server'))
    .description('the local Sheets server alone, for programs that use Google Sheets')
    .option('--port <port>', '0 takes a free one', parsePort, 0)
    .option('--data <folder>', 'where workbooks are kept; without it they are gone at the end')
    .option(...LOCALE)
    .option(...ZONE)
    .action(async (files, options) =>
      ended(await (await import('./commands/sheets-server.ts')).sheetsServer(files, options)),
    );
  return leadsheet;
}

/** Without a file the workbook is the sample, or the one that is kept: it has a locale and a time zone already. */
function refuseFileOptions(command: Command): void {
  const given = ['locale', 'timeZone'].some((name) => command.getOptionValueSource(name) === 'cli');
  if (given)
    command.error('error: --locale and --time-zone are those of a file: give FILE too, as in leadsheet demo my.csv.');
}

function parseFigure(text: string): Figure {
  const figure = FIGURES.find((name) => headerKey(name) === headerKey(text));
  if (!figure) throw new InvalidArgumentError(`Give one of ${FIGURES.join(', ')}.`);
  return figure;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('Give a whole number, 0 or above.');
  return count;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return port;
}

function parseZone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('Give an IANA time zone such as Europe/Amsterdam.');
  return text;
}

/** Errors that say what to do are shown as they are; anything else is a bug and keeps its stack. */
const EXPECTED = new Set(['ImportError', 'SheetsError', 'StoreError', 'MissingItem', 'Error']);

async function main(): Promise<number> {
  let code: number = EXIT.done;
  try {
    await program((ended) => {
      code = ended;
    }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`\n${EXPECTED.has(error.name) ? error.message : (error.stack ?? error.message)}\n`);
    return EXIT.failed;
  }
  return code;
}

// Compiled code of the libraries is kept in the folder for temporary files: from the second time on, commands start twice as fast.
enableCompileCache();
hideWarning('MetadataLookupWarning');
process.exitCode = await main();
