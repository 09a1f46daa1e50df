import type { Command } from 'commander';

const SPREADSHEET = ['<spreadsheet>', 'its id, or its address in the browser'] as const;
const DATA = ['--data <folder>', 'of a local service that is not running; without it the deployed service'] as const;

/** The commands on what is stored of a workbook. Each is loaded when it is called. */
export function storedDataCommands(leadsheet: Command, ended: (code: number) => void): void {
  leadsheet
    .command('export')
    .description('everything that is stored of a spreadsheet, as files: rows, settings, what was decided')
    .argument(...SPREADSHEET)
    .requiredOption('--out <folder>', 'where the files go')
    .option(...DATA)
    .action(async (spreadsheet, options) =>
      ended(await (await import('./export.ts')).exportWorkbook(spreadsheet, options)),
    );
  leadsheet
    .command('import')
    .description('what an export remembered (closed weeks, targets, agendas), for a spreadsheet that holds its rows')
    .argument('<folder>', 'that leadsheet export wrote')
    .argument(...SPREADSHEET)
    .option('--replace', 'forget what the spreadsheet remembers itself')
    .option(...DATA)
    .action(async (folder, spreadsheet, options) =>
      ended(await (await import('./import.ts')).importRemembered(folder, spreadsheet, options)),
    );
  leadsheet
    .command('restore')
    .description('the rows as they stood at a time, on a new tab to copy from; no other tab is touched')
    .argument(...SPREADSHEET)
    .option('--at <time>', 'such as "2026-11-20 14:00", in the time zone of the spreadsheet; a day means its end')
    .option('--list', 'the times from which on the rows stood otherwise')
    .option('--settings', 'the settings tabs too that were other then')
    .option(...DATA)
    .action(async (spreadsheet, options) => ended(await (await import('./restore.ts')).restore(spreadsheet, options)));
  leadsheet
    .command('erase')
    .description("a person's data gone: everything stored of a prospect, once the sheet no longer holds it")
    .argument(...SPREADSHEET)
    .requiredOption('--prospect <name>', 'as it stood in the column Prospect; case and spaces do not matter')
    .option('--dry-run', 'say what would be erased, and write nothing')
    .option('--yes', 'do it; this cannot be taken back')
    .option(...DATA)
    .action(async (spreadsheet, options) =>
      ended(await (await import('./erase.ts')).eraseProspect(spreadsheet, options)),
    );
}
