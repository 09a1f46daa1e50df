import { badField, invalid } from '../api-error.ts';
import type { Rendering } from '../cell-view.ts';
import type { Json } from '../json.ts';

const VALUE = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;
const DATE_TIME = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const;
const DIMENSION = ['ROWS', 'COLUMNS'] as const;
const INPUT = ['RAW', 'USER_ENTERED'] as const;

export type MajorDimension = (typeof DIMENSION)[number];
export type ValueInput = (typeof INPUT)[number];

export const rendering = (value: Json | undefined, dateTime: Json | undefined): Rendering => ({
  value: choice('value_render_option', value, VALUE) ?? 'FORMATTED_VALUE',
  dateTime: choice('date_time_render_option', dateTime, DATE_TIME) ?? 'SERIAL_NUMBER',
});

export const majorDimension = (value: Json | undefined): MajorDimension =>
  choice('major_dimension', value, DIMENSION) ?? 'ROWS';

export function valueInput(value: Json | undefined): ValueInput {
  const input = choice('value_input_option', value, INPUT);
  if (input === undefined) throw invalid("'valueInputOption' is required but not specified");
  return input;
}

function choice<T extends string>(field: string, value: Json | undefined, known: readonly T[]): T | undefined {
  if (value === undefined || value === null || (typeof value === 'string' && value.endsWith('_UNSPECIFIED')))
    return undefined;
  const found = known.find((name) => name === value);
  if (found === undefined) throw badField(field, `Invalid value at '${field}', ${JSON.stringify(value)}`);
  return found;
}
