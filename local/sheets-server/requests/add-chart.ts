import { objectOf } from '../json.ts';
import { checkPlace, settle } from './chart-position.ts';
import { checkChartSpec } from './chart-spec.ts';
import { findItem, freeId } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const addChart = requestKind({
  name: 'addChart',
  check(draft, request) {
    const chart = requireObject(request, 'chart');
    const id = freeId(draft, 'charts', chart, 'chartId', 'embedded object');
    return { id, spec: checkChartSpec(draft, chart), place: checkPlace(draft, objectOf(chart.position)) };
  },
  apply(draft, { id, spec, place }, mint) {
    const chartId = id ?? mint.number((number) => findItem(draft, 'charts', 'chartId', number) !== undefined);
    const { sheet, position } = settle(draft, place, mint);
    const chart = { chartId, spec, position };
    sheet.replaceList('charts', [...sheet.list('charts'), chart]);
    return { addChart: { chart } };
  },
});
