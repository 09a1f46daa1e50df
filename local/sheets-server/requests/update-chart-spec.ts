import { checkChartSpec } from './chart-spec.ts';
import { replaceItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

/** Replaces the whole spec; the chart stays where it is. */
export const updateChartSpec = requestKind({
  name: 'updateChartSpec',
  check(draft, request) {
    const found = requireItem(draft, 'charts', 'chartId', requireNumber(request, 'chartId'), 'chart');
    return { found, spec: checkChartSpec(draft, request) };
  },
  apply(_draft, { found, spec }) {
    replaceItem(found, 'charts', { ...found.item, spec });
    return {};
  },
});
