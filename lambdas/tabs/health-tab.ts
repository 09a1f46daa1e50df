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

const WIDTHS = [190, 130, 150, 150, 150, 110, 110, 110, 300] as const;
/** A longer list would hide what stands below it, so it comes last. */
const FEW_REJECTED = 30;

/** Can we trust this? */
export function healthTab(figures: ReportFigures): TabLayout {
  const { asOf, rules, stop, quality } = figures;
  const rejected = rejectedBlock(figures);
  const few = quality.rejectedRows.length <= FEW_REJECTED;
  const { rows } = stacked([
    rowsOnly([
      [text(titleOf(figures), stop ? 'bad' : 'title')],
      [text(asOfText(asOf, rules.timeZone), 'stamp')],
      stop ? [text(`The last good figures stay until this is mended: ${stop.message}`, 'banner')] : [],
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

function titleOf({ stop, quality }: ReportFigures): string {
  if (stop) return 'The sync is stopped: the sheet needs your attention';
  const accepted = quality.rows - quality.rejected;
  if (quality.rejected === 0) return `All ${plural(accepted, 'row')} count`;
  return `${plural(quality.rejected, 'row')} of ${quality.rows.toLocaleString('en')} can't be counted until mended`;
}
