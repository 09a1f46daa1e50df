import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../../../json.ts';
import { escaped } from './escaped.ts';
import { title } from './title.ts';

const LINES =
  '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** Number formats of what an axis shows. */
export interface AxisPatterns {
  readonly bottom: string;
  readonly left: string;
  /** Undefined: there is no second axis. */
  readonly right: string | undefined;
}

/** The axes 1 and 2 of a basic chart, or 1 to 4. `lies`: bars to the right, which read from the top. */
export function axesXml(basic: JsonObject, lies: boolean, numeric: boolean, patterns: AxisPatterns): string {
  const spec = (position: string) =>
    objectOf(arrayOf(basic.axis).find((axis) => stringOf(objectOf(axis).position) === position));
  const [category, value] = lies ? ['LEFT_AXIS', 'BOTTOM_AXIS'] : ['BOTTOM_AXIS', 'LEFT_AXIS'];
  const { bottom, left: up, right } = patterns;
  const across = axis(1, 2, {
    side: lies ? 'l' : 'b',
    spec: spec(category),
    pattern: bottom,
    reversed: lies,
    low: true,
  });
  const upright = axis(2, 1, { side: lies ? 'b' : 'l', spec: spec(value), pattern: up, lines: LINES, atEnd: lies });
  const between = (how: string) => `<c:crossBetween val="${how}"/>`;
  if (numeric)
    return `<c:valAx>${across}${between('midCat')}</c:valAx><c:valAx>${upright}${between('midCat')}</c:valAx>`;
  const left = `<c:catAx>${across}<c:auto val="0"/></c:catAx><c:valAx>${upright}${between('between')}</c:valAx>`;
  if (right === undefined) return left;
  const second = axis(4, 3, { side: 'r', spec: spec('RIGHT_AXIS'), pattern: right, atEnd: true });
  const unseen = axis(3, 4, { side: 'b', spec: {}, pattern: bottom, unseen: true });
  return `${left}<c:valAx>${second}${between('between')}</c:valAx><c:catAx>${unseen}<c:auto val="0"/></c:catAx>`;
}

interface Axis {
  readonly side: string;
  readonly spec: JsonObject;
  readonly pattern: string;
  readonly reversed?: boolean;
  readonly lines?: string;
  /** Its numbers stand below the chart, also when values are negative. */
  readonly low?: boolean;
  readonly unseen?: boolean;
  /** It stands at the far end of the axis that it crosses. */
  readonly atEnd?: boolean;
}

function axis(id: number, crossed: number, drawn: Axis): string {
  const { side, spec, pattern, reversed, lines = '', low, unseen, atEnd } = drawn;
  const { viewWindowMin, viewWindowMax } = objectOf(spec.viewWindowOptions);
  const bound = (name: string, at: number | undefined) => (at === undefined ? '' : `<c:${name} val="${at}"/>`);
  const name = stringOf(spec.title) ?? '';
  return `<c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/>${
    bound('max', numberOf(viewWindowMax)) + bound('min', numberOf(viewWindowMin))
  }</c:scaling><c:delete val="${unseen ? 1 : 0}"/><c:axPos val="${side}"/>${lines}${name === '' ? '' : title([name], 1000)}<c:numFmt formatCode="${escaped(pattern)}" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${
    low ? 'low' : 'nextTo'
  }"/><c:crossAx val="${crossed}"/><c:crosses val="${atEnd ? 'max' : 'autoZero'}"/>`;
}
