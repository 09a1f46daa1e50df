import { type OutcomeDefinition, outcomeDefinitions } from '../../domain/inputs/outcome-definitions.ts';
import { type Block, rowsOnly } from '../block.ts';
import { linked, text } from '../cells.ts';
import { longDate } from '../dates.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { cellLink } from '../sheet-links.ts';
import { headRow } from './head-row.ts';

/** The exclusion list with its dates: what does not count as meaningful, and since when. */
export function definitionsBlock({ rules, asOf, links }: ReportFigures): Block {
  const note =
    'Every other outcome counts. Rows go by the line in force on their own date. Change the list on the tab Outcomes.';
  return rowsOnly([
    [text('Outcomes: what makes a touch an MSI, and what does not', 'heading')],
    [linked(text(note, 'muted'), cellLink(links, 'Outcomes!A1'))],
    headRow(['Outcome', 'Counts', 'From', 'Set by', 'Today']),
    ...outcomeDefinitions(rules.outcomes, asOf.day).map(definitionRow),
  ]);
}

function definitionRow({ outcome, counts, from, source, status }: OutcomeDefinition): CellLayout[] {
  const style = status === 'in force' ? 'text' : 'muted';
  return [
    text(outcome, style),
    text(counts, style),
    text(from === undefined ? 'always' : longDate(from), style),
    text(source === 'default' ? 'default list' : 'tab Outcomes', 'muted'),
    text(status, style),
  ];
}
