import { resolveFilters } from '../data-filter.ts';
import type { ReadOperation } from '../operation.ts';
import { majorDimension, rendering } from './options.ts';
import { readRange } from './read-range.ts';

export const valuesBatchGetByDataFilter: ReadOperation = {
  name: 'values.batchGetByDataFilter',
  writes: false,
  run(workbook, { body }) {
    const show = rendering(body.valueRenderOption, body.dateTimeRenderOption);
    const dimension = majorDimension(body.majorDimension);
    const valueRanges = resolveFilters(workbook, body.dataFilters).map(({ range, filters }) => ({
      valueRange: readRange(workbook, range, dimension, show),
      dataFilters: filters,
    }));
    return { spreadsheetId: workbook.id, ...(valueRanges.length === 0 ? {} : { valueRanges }) };
  },
};
