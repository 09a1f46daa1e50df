import { rowsOnly, stacked } from './block.ts';
import { plural, text, wide } from './cells.ts';
import { asOfText } from './dates.ts';
import { countRows } from './health/count-rows.ts';
import { definitionsBlock } from './health/definitions-block.ts';
import { glossaryBlock } from './health/glossary-block.ts';
import {
  nearDuplicatesBlock,
  problemsBlock,
  settingsProblemsBlock,
  unknownOutcomesBlock,
} from './health/problems-block.ts';
import { recordingBlock } from './health/recording-block.ts';
import { rejectedBlock } from './health/rejected-block.ts';
import { restatedBlock } from './health/restated-block.ts';
import { runsBlock } from './health/runs-block.ts';
import { settingsBlock } from './health/settings-block.ts';
import type { TabLayout } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';

const WIDTHS = [210, 130, 200, 150, 150, 110, 110, 110, 300] as const;
/** A longer list would hide what stands below it, so it comes last. */
const FEW_REJECTED = 30;

/** Can we trust this? */
export function healthTab(figures: ReportFigures): TabLayout {
  const { asOf, rules, stop, checksRefused, quality } = figures;
  const rejected = rejectedBlock(figures);
  const few = quality.rejectedRows.length <= FEW_REJECTED;
  const { rows } = stacked([
    rowsOnly([
      [text(titleOf(figures), stop ? 'bad' : 'title')],
      [text(asOfText(asOf, rules.timeZone), 'stamp')],
      stop ? [text(`The last good figures stay until this is mended: ${stop.message}`, 'banner')] : [],
      ...(checksRefused === undefined
        ? []
        : [[text(`The column Check on Activity is out of date: ${checksRefused}`, 'banner')]]),
      ...countRows(figures),
    ]),
    problemsBlock(figures),
    ...(few ? [rejected] : []),
    unknownOutcomesBlock(figures),
    settingsProblemsBlock(figures),
    recordingBlock(figures),
    restatedBlock(figures),
    nearDuplicatesBlock(figures),
    definitionsBlock(figures),
    settingsBlock(figures),
    runsBlock(figures),
    glossaryBlock,
    ...(few ? [] : [rejected]),
  ]);
  return {
    name: 'Health',
    frozenRows: 2,
    frozenColumns: 0,
    widths: WIDTHS,
    rows: rows.map((row) => wide(row, WIDTHS.length)),
    charts: [],
  };
}

function titleOf({ stop, quality, held }: ReportFigures): string {
  if (stop) return 'The sync is stopped: the sheet needs your attention';
  if (quality.rejected > 0)
    return `${plural(quality.rejected, 'row')} of ${quality.rows.toLocaleString('en')} can't be counted until mended`;
  return whatCounts(quality.rows, held);
}

/** "After today = stored, shown as held, counted when its day comes" */
function whatCounts(rows: number, held: number): string {
  if (rows === 0) return 'No rows yet';
  const heldUntil = held === 1 ? 'held until its day comes' : 'held until their days come';
  if (held === rows) return rows === 1 ? `The only row is ${heldUntil}` : `All ${plural(rows, 'row')} are ${heldUntil}`;
  if (held === 0) return rows === 1 ? 'The only row counts' : `All ${plural(rows, 'row')} count`;
  const count = rows - held;
  const counted = count === 1 ? '1 row counts' : `${plural(count, 'row')} count`;
  return `${counted}, ${held.toLocaleString('en')} ${held === 1 ? 'is' : 'are'} ${heldUntil}`;
}
