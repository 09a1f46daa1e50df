import { asOfInstant } from '../../lambdas/domain/days/as-of.ts';
import { isoOf } from '../../lambdas/domain/days/day.ts';
import { rulesOf } from '../../lambdas/domain/inputs/rules.ts';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { plural } from '../../lambdas/tabs/cells.ts';
import { EXIT } from '../exit-codes.ts';
import { readInputsOf, readStoredWorkbook } from '../export/stored-workbook.ts';
import { workbookFileOf } from '../export/workbook-file.ts';
import { openCall } from '../init/open-call.ts';
import { type Progress, progress } from '../progress.ts';
import { changedSettings } from '../restore/changed-settings.ts';
import { type KeptMoment, momentAt, readMoments } from '../restore/moments.ts';
import { newTab } from '../restore/new-tab.ts';
import { parseAt } from '../restore/parse-at.ts';
import { settingsNow } from '../restore/settings-now.ts';
import { writeNewTab } from '../restore/write-new-tab.ts';
import { type AtWorkbook, atWorkbook, nothingStored } from './at-workbook.ts';

export interface RestoreOptions {
  /** As people write it. */
  readonly at?: string;
  readonly list?: boolean;
  /** The settings tabs too that were other then. */
  readonly settings?: boolean;
  /** Folder of a local service; absent = the deployed one. */
  readonly data?: string;
}

/** `restore SPREADSHEET --at TIME`: the rows as they stood then, on a new tab. Returns the exit code. */
export async function restore(spreadsheet: string, { data, ...options }: RestoreOptions): Promise<number> {
  if ((options.at === undefined) === (options.list !== true)) {
    process.stderr.write('Give --at TIME to restore, or --list to see what there is.\n');
    return EXIT.wrongUse;
  }
  return atWorkbook(spreadsheet, data, (at) => restoreAt(at, options, progress()));
}

/** What the command does, with the service at hand. */
export async function restoreAt(
  at: Pick<AtWorkbook, 'workbook' | 'env' | 'account' | 'composed' | 'data'>,
  options: Omit<RestoreOptions, 'data'>,
  say: Progress,
): Promise<number> {
  const { store } = at.composed;
  const head = await store.readHead(at.workbook);
  if (!head?.source) throw nothingStored(at.workbook, at.data);
  const { timeZone } = rulesOf(await readInputsOf(store, at.workbook, head.source));
  const { value: moments } = await say.step('Read what is kept', () => readMoments(store, at.workbook, head));
  const shown = (instant: number, seconds = true): string => timeText(instant, timeZone, seconds);
  if (options.at === undefined) return listed(moments, shown, timeZone);
  const instant = parseAt(options.at, timeZone);
  const moment = momentAt(moments, instant);
  if (!moment) {
    process.stderr.write(notKept(shown(instant, false), moments, shown));
    return EXIT.failed;
  }
  const when = shown(instant, /:\d\d:\d\d/.test(options.at));
  return write(at, { head, moment, when, since: shown(moment.at), settings: options.settings === true }, say);
}

interface Restoring {
  readonly head: Head;
  readonly moment: KeptMoment;
  /** The time that was asked for, and since when the rows stood so. */
  readonly when: string;
  readonly since: string;
  readonly settings: boolean;
}

async function write(
  {
    composed: { store, sheets },
    workbook,
    env,
    account,
  }: Pick<AtWorkbook, 'workbook' | 'env' | 'account' | 'composed'>,
  { head, moment, when, since, settings }: Restoring,
  say: Progress,
): Promise<number> {
  const { value: then } = await say.step('Read the rows and settings of that time', () =>
    readStoredWorkbook(store, workbook, moment.source, 'on the sheet'),
  );
  const changed = changedSettings(then.inputs.tabs, await settingsNow(sheets, workbook, head.tabs));
  const file = workbookFileOf(then);
  const { call } = openCall(env, account);
  const wanted = ['Activity', ...(settings ? changed.filter((tab) => tab.was.length > 0).map(({ name }) => name) : [])];
  for (const { title: name, rows, formats = {} } of file.tabs.filter((tab) => wanted.includes(tab.title))) {
    const named = name === 'Activity' ? { when, what: moment.source } : { when, name, what: moment.source };
    const tab = newTab(named, { rows, formats });
    const { value: written } = await say.step(`Write the tab "${tab.title}"`, () =>
      writeNewTab(call, workbook, tab, (done) => {
        if (done < rows.length) say.say(`  ${plural(done, 'row')} of ${rows.length.toLocaleString('en')}`);
      }),
    );
    process.stdout.write(
      written.outcome === 'there'
        ? `The tab "${written.title}" is there already; delete it to have it made again.\n`
        : `The tab "${written.title}" holds ${plural(rows.length - 1, 'row')} of ${name}. Copy from it what you need, then delete it.\n`,
    );
  }
  process.stdout.write(`The rows stood so from ${since} on. ${settingsText(changed, settings)}\n`);
  return EXIT.done;
}

function settingsText(changed: readonly { name: string; was: { length: number } }[], written: boolean): string {
  if (changed.length === 0) return 'The settings tabs were as they are now.';
  const names = changed.map(({ name, was }) => (was.length === 0 ? `${name} (was empty)` : name)).join(', ');
  return `Settings tabs that were other then: ${names}.${written ? '' : ' --settings writes them to new tabs too.'}`;
}

function listed(moments: readonly KeptMoment[], shown: (instant: number) => string, timeZone: string): number {
  const lines = moments.map(({ at, rows }) => `${shown(at)}  ${plural(rows, 'row')}\n`);
  process.stdout.write(
    lines.length === 0 ? `${NOTHING_KEPT}\n` : `${lines.join('')}The rows stood so from each time on (${timeZone}).\n`,
  );
  return EXIT.done;
}

const NOTHING_KEPT =
  'Nothing can be restored yet: what stood when is noted from the next change of the sheet on. Older rows: File > Version history.';

function notKept(asked: string, moments: readonly KeptMoment[], shown: (instant: number) => string): string {
  const first = moments.at(-1);
  if (!first) return `${NOTHING_KEPT}\n`;
  return `How the rows stood at ${asked} is not kept: 90 days are, and of this spreadsheet what stood from ${shown(first.at)} on. Older rows: File > Version history in the spreadsheet. --list shows all times.\n`;
}

/** `2026-11-20 14:00`, with seconds where they tell one time from another. */
function timeText(instant: number, timeZone: string, seconds: boolean): string {
  const { day, minute } = asOfInstant(instant, timeZone);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const time = `${isoOf(day)} ${two(minute / 60)}:${two(minute % 60)}`;
  return seconds ? `${time}:${two((instant / 1000) % 60)}` : time;
}
