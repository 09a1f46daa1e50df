import { TEAM } from '../domain/rows/rep-key.ts';
import { type Block, rowsOnly, stacked } from './block.ts';
import { text, wide } from './cells.ts';
import { amountText, wholeAmount } from './currency.ts';
import { forecastBlock } from './forecast-block.ts';
import type { CellLayout, TabLayout } from './layout.ts';
import { whoIsBehind } from './pace-status.ts';
import type { ReportFigures } from './report-figures.ts';
import { STAMP } from './stamp.ts';
import { controlBlock } from './targets/control-block.ts';
import { itTakesBlock } from './targets/it-takes-block.ts';
import { periodBlock } from './targets/period-block.ts';
import { type TargetsView, targetsView } from './targets/targets-view.ts';
import { revenuePace, toDateBlock } from './targets/to-date-block.ts';
import { weekBlock } from './targets/week-block.ts';
import { whyEmpty } from './why-empty.ts';

const WIDTHS = [150, 100, 100, 100, 104, 110, 104, 96, 104, 104, 96, 96, 96, 96] as const;
const COLUMNS = WIDTHS.length;
const CHART_ROWS = 17;

/** How much activity does each rep need to reach the goal? */
export function targetsTab(figures: ReportFigures): TabLayout {
  const view = targetsView(figures);
  const chartAt = (nth: number) => ({ row: 1 + nth * CHART_ROWS, column: COLUMNS });
  const { rows, charts } = stacked([
    rowsOnly([[text(titleOf(view), 'title')], [STAMP], ...howToBegin(view)]),
    ...bodyOf(view, chartAt),
  ]);
  return {
    name: 'Targets',
    frozenRows: 2,
    frozenColumns: 1,
    widths: WIDTHS,
    rows: rows.map((row) => wide(row, COLUMNS)),
    charts,
  };
}

function bodyOf(view: TargetsView, chartAt: (nth: number) => { row: number; column: number }): Block[] {
  if (view.lines.length === 0) return [];
  const lead = view.leading;
  const other = lead === 'Month' ? 'Quarter' : 'Month';
  return [
    ...(view.hasGoal ? [weekBlock(view), periodBlock(view)] : []),
    toDateBlock(view, lead, chartAt(0)),
    toDateBlock(view, other, undefined),
    controlBlock(view, chartAt(1)),
    (startRow) => forecastBlock(view.figures, startRow, COLUMNS),
    itTakesBlock(view),
  ];
}

function howToBegin({ figures, hasGoal, lines }: TargetsView): CellLayout[][] {
  if (lines.length === 0) return [[text(whyEmpty(figures, '13 weeks'), 'muted')]];
  if (hasGoal) return [[text('Reps by the closes that their activity promises, most first.', 'muted')]];
  const goals =
    'The tab Goals takes Rep (blank = the team), Period start, Period (Month, Quarter or Year) and Revenue goal.';
  return [[text(`${goals} A rep without a goal gets a share of the team's by working days.`, 'muted')]];
}

/** States the finding where there is one. */
function titleOf(view: TargetsView): string {
  const { leading, figures, sellers, hasGoal } = view;
  if (!hasGoal)
    return figures.rules.goals.length === 0
      ? 'Targets: add goals on the tab Goals to see them'
      : 'Targets: no goal covers today; add goals on the tab Goals to see them';
  const { net, goal = 0, expected = 0 } = view.toDate(TEAM, leading);
  const reached = expected > 0 ? `, ${Math.round((100 * net) / expected)} % of what is expected by now` : '';
  const behind = whoIsBehind(sellers.flatMap(({ key }) => revenuePace(view, key, view.toDate(key, leading)) ?? []));
  const reps = behind ? `; ${behind}` : '';
  return `${leading} to date: ${amountText(net, figures.rules)} of ${wholeAmount(goal, figures.rules)}${reached}${reps}`;
}
