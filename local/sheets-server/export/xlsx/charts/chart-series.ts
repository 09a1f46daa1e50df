import { type JsonObject, numberOf, objectOf, stringOf } from '../../../json.ts';
import { hexOf } from '../../../page/colours.ts';
import { type ChartSource, numbers, reference } from './chart-source.ts';

export type Kind = 'area' | 'bar' | 'line' | 'scatter' | 'pie';

export interface Series {
  readonly kind: Kind;
  readonly header?: ChartSource | undefined;
  readonly categories: ChartSource;
  readonly values: ChartSource;
  /** Google's `BasicChartSeries`. */
  readonly look: JsonObject;
  readonly smooth: boolean;
}

export const EMU_PER_PIXEL = 9525;
const DASHES: Readonly<Record<string, string>> = {
  DOTTED: 'sysDot',
  MEDIUM_DASHED: 'dash',
  MEDIUM_DASHED_DOTTED: 'dashDot',
  LONG_DASHED: 'lgDash',
  LONG_DASHED_DOTTED: 'lgDashDot',
};

/** `<c:ser>`; `index` is its place among all series of the chart. */
export function seriesXml({ kind, header, categories, values, look, smooth }: Series, index: number): string {
  const [x, y] = kind === 'scatter' ? ['xVal', 'yVal'] : ['cat', 'val'];
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${header ? `<c:tx>${reference(header)}</c:tx>` : ''}${
    shape(kind, look) + (kind === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '')
  }<c:${x}>${reference(categories)}</c:${x}><c:${y}>${numbers(values)}</c:${y}>${
    kind === 'line' || kind === 'scatter' ? `<c:smooth val="${smooth ? 1 : 0}"/>` : ''
  }</c:ser>`;
}

function shape(kind: Kind, look: JsonObject): string {
  const hex = hexOf(look.colorStyle, look.color);
  const fill = hex === undefined ? '' : `<a:solidFill><a:srgbClr val="${hex.slice(1).toUpperCase()}"/></a:solidFill>`;
  if (kind === 'scatter') return '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
  if (kind !== 'line') return fill === '' ? '' : `<c:spPr>${fill}</c:spPr>`;
  const { width, type } = objectOf(look.lineStyle);
  const dash = DASHES[stringOf(type) ?? ''];
  return `<c:spPr><a:ln w="${(numberOf(width) ?? 2) * EMU_PER_PIXEL}" cap="rnd">${type === 'INVISIBLE' ? '<a:noFill/>' : fill}${
    dash === undefined ? '' : `<a:prstDash val="${dash}"/>`
  }</a:ln></c:spPr>`;
}
