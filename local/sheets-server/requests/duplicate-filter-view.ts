import { stringOf } from '../json.ts';
import { findItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const duplicateFilterView = requestKind({
  name: 'duplicateFilterView',
  check: (draft, request) =>
    requireItem(draft, 'filterViews', 'filterViewId', requireNumber(request, 'filterId'), 'filter view'),
  apply(draft, { sheet, item }, mint) {
    const taken = (id: number) => findItem(draft, 'filterViews', 'filterViewId', id) !== undefined;
    const title = `Copy of ${stringOf(item.title) ?? ''}`;
    const filter = { ...item, filterViewId: mint.number(taken), title };
    const views = sheet.list('filterViews');
    sheet.replaceList('filterViews', [...views, filter]);
    return { duplicateFilterView: { filter } };
  },
});
