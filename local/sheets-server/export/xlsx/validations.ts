import type { DataValidation } from 'hucre';
import { formatArea, quoteTitle } from '../../a1.ts';
import { arrayOf, type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { resolveA1 } from '../../range.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { cleanText } from './clean-text.ts';
import { ruledAreas } from './ruled-areas.ts';
import type { SheetNames } from './sheet-names.ts';

/** Most of a message beside a cell. */
const MOST_MESSAGE = 255;

/** The dropdowns and checkboxes of a tab. Other rules, of numbers and dates, are not exported. */
export function validationsOf(
  workbook: Workbook,
  sheet: Sheet,
  names: SheetNames,
  lists: ChoiceLists,
): DataValidation[] {
  return ruledAreas(sheet).flatMap(({ rule, areas }) => {
    const choices = choicesOf(workbook, rule, names, lists);
    if (choices === undefined) return [];
    const message = cleanText(stringOf(rule.inputMessage) ?? '').slice(0, MOST_MESSAGE);
    return [
      {
        type: 'list',
        ...choices,
        allowBlank: true,
        ...(rule.strict === true && { showErrorMessage: true, errorStyle: 'stop' }),
        ...(message !== '' && { showInputMessage: true, inputMessage: message }),
        range: areas.map(formatArea).join(' '),
      },
    ];
  });
}

function choicesOf(
  workbook: Workbook,
  rule: JsonObject,
  names: SheetNames,
  lists: ChoiceLists,
): { values: string[] } | { formula1: string } | undefined {
  const { type, values } = objectOf(rule.condition);
  const given = arrayOf(values).map((value) => stringOf(objectOf(value).userEnteredValue) ?? '');
  if (type === 'BOOLEAN') return { values: given.length === 0 ? ['TRUE', 'FALSE'] : given };
  if (type === 'ONE_OF_LIST') return given.length === 0 ? undefined : lists.rule(given);
  if (type !== 'ONE_OF_RANGE') return undefined;
  try {
    const range = resolveA1(workbook, (given[0] ?? '').replace(/^=/, ''));
    const area = formatArea(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return { formula1: `${quoteTitle(names.of(range.sheet.id))}!${area}` };
  } catch {
    // The range of a rule may be gone; then there is nothing to choose from.
    return undefined;
  }
}
