import { parameter, parameters, type ReadOperation } from '../operation.ts';
import { resolveA1 } from '../range.ts';
import { majorDimension, rendering } from './options.ts';
import { readRange } from './read-range.ts';

export const valuesBatchGet: ReadOperation = {
  name: 'values.batchGet',
  writes: false,
  run(workbook, input) {
    const show = rendering(parameter(input, 'valueRenderOption'), parameter(input, 'dateTimeRenderOption'));
    const dimension = majorDimension(parameter(input, 'majorDimension'));
    const valueRanges = parameters(input, 'ranges').map((text) =>
      readRange(workbook, resolveA1(workbook, text), dimension, show),
    );
    return { spreadsheetId: workbook.id, valueRanges };
  },
};
