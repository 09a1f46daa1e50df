import type { Week } from '../../domain/days/week.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import type { Figure } from '../../domain/weeks/figures.ts';
import type { Block } from '../block.ts';
import { text } from '../cells.ts';
import { inCurrency } from '../currency.ts';
import type { CellRange, ChartLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { weekCell } from '../weekly-count.ts';
import { headRow } from './week-cells.ts';

const INDICATORS: readonly (readonly [Figure, string])[] = [
  ['msis', 'MSIs'],
  ['attempts', 'Attempts to connect'],
  ['followUps', 'Follow-ups'],
  ['opportunities', 'Opportunities'],
  ['asks', 'Asks'],
  ['closes', 'Closes'],
  ['lost', 'Lost'],
  ['touches', 'Touches'],
  ['closeAmount', 'Closed amount'],
];
const ABOVE = 1;

/** The team's indicators by week, and their charts. */
export function teamBlock(figures: ReportFigures, weeks: readonly Week[]): Block {
  const rows = [
    [text('Team', 'heading')],
    headRow('Indicator', figures, weeks),
    ...INDICATORS.map(([figure, name]) => [
      text(figure === 'closeAmount' ? inCurrency(name, figures.rules) : name),
      ...weeks.map((week) => weekCell(figures, TEAM, figure, week)),
    ]),
  ];
  const nothing = weeks.every((week) => !figures.weeks.has(week) && !figures.asReported.has(week));
  return (startRow) => ({ rows, charts: nothing ? [] : charts(startRow, weeks.length + 1) });
}

/** The row of an indicator within the block. */
export const indicatorRow = (figure: Figure): number => ABOVE + 1 + INDICATORS.findIndex(([known]) => known === figure);

function charts(startRow: number, columns: number): ChartLayout[] {
  const row = (at: number): CellRange => ({
    startRow: startRow + at,
    endRow: startRow + at + 1,
    startColumn: 0,
    endColumn: columns,
  });
  const of = (figure: Figure): CellRange => row(indicatorRow(figure));
  const frame = { headerCount: 1, domain: row(ABOVE), anchor: { row: startRow, column: 0 }, width: 680 } as const;
  return [
    {
      ...frame,
      title: 'Team: MSIs and closes by week',
      kind: 'COMBO',
      series: [
        { range: of('msis'), type: 'COLUMN', axis: 'LEFT', colour: '#1a73e8' },
        { range: of('closes'), type: 'LINE', axis: 'RIGHT', colour: '#b3261e' },
      ],
      leftTitle: 'MSIs',
      rightTitle: 'Closes',
      height: 320,
    },
    {
      ...frame,
      title: 'Team: opportunities, asks and closes by week',
      kind: 'LINE',
      series: [
        { range: of('opportunities'), colour: '#1a73e8' },
        { range: of('asks'), colour: '#e37400' },
        { range: of('closes'), colour: '#b3261e' },
      ],
      leftTitle: 'a week',
      height: 320,
    },
  ];
}
