import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../../../json.ts';
import type { Workbook } from '../../../model/workbook.ts';
import type { SheetNames } from '../sheet-names.ts';
import { axesXml } from './axes.ts';
import { type Kind, seriesXml } from './chart-series.ts';
import { chartSource } from './chart-source.ts';

const KINDS: Readonly<Record<string, Kind>> = { LINE: 'line', AREA: 'area', STEPPED_AREA: 'area', SCATTER: 'scatter' };
/** What is drawn first lies behind. */
const ORDER: readonly Kind[] = ['area', 'bar', 'line', 'scatter'];

/** Series and axes of Google's `BasicChartSpec`: also several kinds in one, and a second axis. */
export function basicChart(workbook: Workbook, names: SheetNames, basic: JsonObject): string {
  const type = stringOf(basic.chartType) ?? 'COLUMN';
  const headers = numberOf(basic.headerCount) ?? 0;
  const categories = chartSource(workbook, names, objectOf(arrayOf(basic.domains)[0]).domain, headers);
  const series = arrayOf(basic.series).map((json, index) => {
    const look = objectOf(json);
    const kind = KINDS[(type === 'COMBO' ? stringOf(look.type) : type) ?? ''] ?? 'bar';
    const values = chartSource(workbook, names, look.series, headers);
    const header = headers === 0 ? undefined : chartSource(workbook, names, look.series, 0, 1);
    const xml = seriesXml({ kind, header, categories, values, look, smooth: basic.lineSmoothing === true }, index);
    return { kind, xml, right: look.targetAxis === 'RIGHT_AXIS', pattern: values.pattern };
  });
  const lies = type === 'BAR';
  const twoAxes =
    !lies && type !== 'SCATTER' && series.some(({ right }) => right) && series.some(({ right }) => !right);
  const groups = [false, true].flatMap((second) =>
    ORDER.map((kind) => {
      const drawn = series.filter((one) => one.kind === kind && (one.right && twoAxes) === second);
      const xml = drawn.map((one) => one.xml).join('');
      return xml === '' ? '' : group(kind, xml, lies, stringOf(basic.stackedType), second ? [3, 4] : [1, 2]);
    }),
  );
  const patternOf = (side: boolean) => series.find(({ right }) => (right && twoAxes) === side)?.pattern;
  return (
    groups.join('') +
    axesXml(basic, lies, type === 'SCATTER', {
      bottom: categories.pattern,
      left: patternOf(false) ?? 'General',
      right: patternOf(true),
    })
  );
}

function group(kind: Kind, series: string, lies: boolean, stackedType: string | undefined, axes: readonly number[]) {
  const stacked = { STACKED: 'stacked', PERCENT_STACKED: 'percentStacked' }[stackedType ?? ''];
  const ids = axes.map((id) => `<c:axId val="${id}"/>`).join('');
  const grouping = (how: string) => `<c:grouping val="${how}"/><c:varyColors val="0"/>${series}`;
  if (kind === 'scatter')
    return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${ids}</c:scatterChart>`;
  if (kind === 'line') return `<c:lineChart>${grouping('standard')}<c:marker val="1"/>${ids}</c:lineChart>`;
  if (kind === 'area') return `<c:areaChart>${grouping(stacked ?? 'standard')}${ids}</c:areaChart>`;
  const overlap = stacked === undefined ? '' : '<c:overlap val="100"/>';
  return `<c:barChart><c:barDir val="${lies ? 'bar' : 'col'}"/>${grouping(stacked ?? 'clustered')}<c:gapWidth val="60"/>${overlap}${ids}</c:barChart>`;
}
