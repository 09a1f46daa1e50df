import { parameter, type ReadOperation } from '../operation.ts';
import { resolveA1 } from '../range.ts';
import { majorDimension, rendering } from './options.ts';
import { readRange } from './read-range.ts';

export const valuesGet: ReadOperation = {
  name: 'values.get',
  writes: false,
  run(workbook, input) {
    const range = resolveA1(workbook, input.path.range ?? '');
    const show = rendering(parameter(input, 'valueRenderOption'), parameter(input, 'dateTimeRenderOption'));
    return readRange(workbook, range, majorDimension(parameter(input, 'majorDimension')), show);
  },
};
