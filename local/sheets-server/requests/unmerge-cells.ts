import { invalid } from '../api-error.ts';
import { gridRange } from '../range.ts';
import { covers, touches } from './merge-cells.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const unmergeCells = requestKind({
  name: 'unmergeCells',
  check(draft, request) {
    const range = gridRange(draft, requireObject(request, 'range'));
    for (const merge of range.sheet.list('merges'))
      if (touches(merge, range) && !covers(range, merge))
        throw invalid('You must select all cells in a merged range to merge or unmerge them.');
    return range;
  },
  apply(_draft, range) {
    range.sheet.replaceList(
      'merges',
      range.sheet.list('merges').filter((merge) => !touches(merge, range)),
    );
    return {};
  },
});
