import { parameter, type WriteOperation } from '../operation.ts';
import { resolveA1 } from '../range.ts';
import { majorDimension, valueInput } from './options.ts';
import { updateResponse } from './update-response.ts';
import { readValues, writeRange } from './write-range.ts';

export const valuesUpdate: WriteOperation = {
  name: 'values.update',
  writes: true,
  run(draft, input) {
    const values = readValues(input.body, 'data');
    const how = valueInput(parameter(input, 'valueInputOption'));
    const dimension = majorDimension(input.body.majorDimension);
    const range = resolveA1(draft, input.path.range ?? '');
    const written = writeRange(draft, range, values, dimension, how);
    return updateResponse(draft, written, {
      wanted: parameter(input, 'includeValuesInResponse')?.toLowerCase() === 'true',
      value: parameter(input, 'responseValueRenderOption'),
      dateTime: parameter(input, 'responseDateTimeRenderOption'),
      dimension,
    });
  },
};
