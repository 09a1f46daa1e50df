import { resolveFilter } from '../data-filter.ts';
import { arrayOf } from '../json.ts';
import type { ReadOperation } from '../operation.ts';
import { majorDimension, rendering } from './options.ts';
import { readRange } from './read-range.ts';

export const valuesBatchGetByDataFilter: ReadOperation = {
  name: 'values.batchGetByDataFilter',
  writes: false,
  run(workbook, { body }) {
    const show = rendering(body.valueRenderOption, body.dateTimeRenderOption);
    const dimension = majorDimension(body.majorDimension);
    const valueRanges = arrayOf(body.dataFilters).map((item, index) => {
      const { range, filter } = resolveFilter(workbook, item, `data_filters[${index}]`);
      return { valueRange: readRange(workbook, range, dimension, show), dataFilters: [filter] };
    });
    return { spreadsheetId: workbook.id, valueRanges };
  },
};
