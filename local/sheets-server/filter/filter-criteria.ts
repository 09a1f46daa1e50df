import { arrayOf, isObject, type JsonObject, numberOf, objectOf } from '../json.ts';

export interface ColumnCriteria {
  readonly column: number;
  readonly criteria: JsonObject;
}

/** What a basic filter or filter view asks of its columns; `filterSpecs` goes before the older `criteria`. */
export function filterCriteria(filter: JsonObject): ColumnCriteria[] {
  const specs = arrayOf(filter.filterSpecs);
  const given: ColumnCriteria[] =
    specs.length > 0
      ? specs.map(objectOf).map((spec) => ({
          column: numberOf(spec.columnIndex) ?? 0,
          criteria: objectOf(spec.filterCriteria),
        }))
      : Object.entries(objectOf(filter.criteria)).map(([column, criteria]) => ({
          column: Number(column),
          criteria: objectOf(criteria),
        }));
  return given.filter(({ criteria }) => asks(criteria));
}

/** Colours are asked for by themselves; a list of no values asks nothing. */
const asks = ({ hiddenValues, condition, ...colours }: JsonObject): boolean =>
  arrayOf(hiddenValues).length > 0 || isObject(condition) || Object.values(colours).some(isObject);
