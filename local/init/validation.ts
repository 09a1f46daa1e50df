import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { letterOf } from '../../lambdas/domain/cells/columns.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { isBetween } from './formulas.ts';
import { columnAt, type TabPlace } from './place-tab.ts';
import type { Takes } from './tab-spec.ts';

type Rule = sheets_v4.Schema$DataValidationRule;

/**
 * What a cell takes as Sheets says it; `cell` is the reference of the first one. Always a warning and never a refusal:
 * short forms, e-mails and money as text are read as well. `undefined` when the tab that it refers to can't be used.
 */
export function validationRule(
  takes: Takes,
  cell: string,
  note: string,
  places: ReadonlyMap<InputTab, TabPlace>,
): Rule | undefined {
  const rule = (type: string, values: readonly string[], showCustomUi = false): Rule => ({
    condition: { type, ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }) },
    inputMessage: shortened(note),
    strict: false,
    ...(showCustomUi && { showCustomUi }),
  });
  switch (takes.kind) {
    case 'list':
      return rule('ONE_OF_LIST', takes.choices, true);
    case 'column': {
      const other = places.get(takes.tab);
      return other && rule('ONE_OF_RANGE', [`=${wholeColumn(other, takes.field)}`], true);
    }
    case 'date':
      return rule('DATE_IS_VALID', []);
    case 'number':
      return takes.limits.every(Number.isInteger)
        ? rule('NUMBER_BETWEEN', takes.limits.map(String))
        : rule('CUSTOM_FORMULA', [`=${isBetween(cell, takes.limits)}`]);
    case 'amount':
      return rule('CUSTOM_FORMULA', [`=ISNUMBER(${cell})`]);
  }
}

/** From the first row below the header to the end of the tab. */
function wholeColumn(place: TabPlace, field: string): string {
  const letter = letterOf(columnAt(place, field));
  return `'${place.title.replaceAll("'", "''")}'!$${letter}$${place.headerRow + 2}:$${letter}`;
}

const LONGEST = 250;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
