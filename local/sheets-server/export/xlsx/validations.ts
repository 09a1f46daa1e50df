import type { DataValidation } from 'hucre';
import { formatArea } from '../../a1.ts';
import { arrayOf, type JsonObject, objectOf, stringOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { resolveA1 } from '../../range.ts';
import { absoluteRange } from './absolute-range.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { cleanText } from './clean-text.ts';
import { conditionOf, holdsFor } from './condition.ts';
import { type Area, ruledAreas } from './ruled-areas.ts';
import type { SheetNames } from './sheet-names.ts';

/** Most of a message beside a cell. */
const MOST_MESSAGE = 255;

type Asked = Pick<DataValidation, 'type' | 'operator' | 'values' | 'formula1' | 'formula2'>;

/** The rules of a tab: dropdowns, checkboxes, and what Excel can ask of numbers, dates and texts. */
export function validationsOf(
  workbook: Workbook,
  sheet: Sheet,
  names: SheetNames,
  lists: ChoiceLists,
): DataValidation[] {
  return ruledAreas(sheet).flatMap(({ rule, areas }) => {
    const asked = askedOf(workbook, objectOf(rule.condition), names, lists, areas);
    if (asked === undefined) return [];
    const message = cleanText(stringOf(rule.inputMessage) ?? '').slice(0, MOST_MESSAGE);
    return [
      {
        ...asked,
        allowBlank: true,
        ...(rule.strict === true && { showErrorMessage: true, errorStyle: 'stop' }),
        ...(message !== '' && { showInputMessage: true, inputMessage: message }),
        range: areas.map(formatArea).join(' '),
      },
    ];
  });
}

function askedOf(
  workbook: Workbook,
  condition: JsonObject,
  names: SheetNames,
  lists: ChoiceLists,
  areas: readonly Area[],
): Asked | undefined {
  const given = arrayOf(condition.values).map((value) => stringOf(objectOf(value).userEnteredValue) ?? '');
  if (condition.type === 'BOOLEAN') return { type: 'list', values: given.length === 0 ? ['TRUE', 'FALSE'] : given };
  if (condition.type === 'ONE_OF_LIST') return given.length === 0 ? undefined : { type: 'list', ...lists.rule(given) };
  if (condition.type === 'ONE_OF_RANGE') return choicesOfRange(workbook, names, given[0] ?? '');
  const wanted = conditionOf(workbook, names, condition);
  const first = areas[0];
  if (wanted === undefined || first === undefined) return undefined;
  if ('operator' in wanted) {
    const [formula1 = '', formula2] = wanted.operands;
    const type = wanted.dated ? 'date' : 'decimal';
    return { type, operator: wanted.operator, formula1, ...(formula2 !== undefined && { formula2 }) };
  }
  const corner = { ...first, endRow: first.startRow + 1, endColumn: first.startColumn + 1 };
  return { type: 'custom', formula1: holdsFor(wanted, formatArea(corner)) };
}

function choicesOfRange(workbook: Workbook, names: SheetNames, given: string): Asked | undefined {
  try {
    return { type: 'list', formula1: absoluteRange(names, resolveA1(workbook, given.replace(/^=/, ''))) };
  } catch {
    // The range of a rule may be gone; then there is nothing to choose from.
    return undefined;
  }
}
