import { arrayOf, isObject, type JsonObject, objectOf, stringOf } from '../json.ts';

const MOST_NAMED = 5;

const WORDS: Readonly<Record<string, string>> = {
  NUMBER_GREATER: 'greater than',
  NUMBER_GREATER_THAN_EQ: 'at least',
  NUMBER_LESS: 'less than',
  NUMBER_LESS_THAN_EQ: 'at most',
  NUMBER_EQ: 'equal to',
  NUMBER_NOT_EQ: 'not equal to',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'not between',
  TEXT_CONTAINS: 'contains',
  TEXT_NOT_CONTAINS: 'does not contain',
  TEXT_STARTS_WITH: 'starts with',
  TEXT_ENDS_WITH: 'ends with',
  TEXT_EQ: 'is exactly',
  TEXT_NOT_EQ: 'is not',
  DATE_EQ: 'on',
  DATE_NOT_EQ: 'not on',
  DATE_BEFORE: 'before',
  DATE_AFTER: 'after',
  DATE_ON_OR_BEFORE: 'on or before',
  DATE_ON_OR_AFTER: 'on or after',
  DATE_BETWEEN: 'between',
  DATE_NOT_BETWEEN: 'not between',
  BLANK: 'empty',
  NOT_BLANK: 'not empty',
  CUSTOM_FORMULA: 'meets',
};

/** What a filter asks of a column, for people: `Shows: contains "Ann". Hides: Bob, Eve.` */
export function filterWords(criteria: JsonObject): string {
  const parts: string[] = [];
  if (isObject(criteria.condition)) parts.push(`Shows: ${conditionWords(criteria.condition)}.`);
  const hidden = arrayOf(criteria.hiddenValues).map((value) => stringOf(value) || '(empty)');
  const more = hidden.length - MOST_NAMED;
  if (hidden.length > 0)
    parts.push(`Hides: ${hidden.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`);
  if (Object.keys(criteria).some((key) => key.startsWith('visible'))) parts.push('Shows one colour.');
  return parts.join(' ');
}

function conditionWords({ type, values }: JsonObject): string {
  const kind = stringOf(type) ?? '';
  const given = arrayOf(values)
    .map(objectOf)
    .map(({ userEnteredValue, relativeDate }) =>
      relativeDate === undefined
        ? `"${stringOf(userEnteredValue) ?? ''}"`
        : (stringOf(relativeDate) ?? '').toLowerCase().replace('_', ' '),
    );
  return [WORDS[kind] ?? kind.toLowerCase().replaceAll('_', ' '), given.join(' and ')].join(' ').trim();
}
