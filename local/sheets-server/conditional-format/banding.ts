import { type JsonObject, objectOf } from '../json.ts';
import { type Rgb, rgbOf } from './colours.ts';
import type { RangeArea } from './range-area.ts';

type Band = 'header' | 'footer' | 'first' | 'second';

/**
 * The colour that a banded range gives to a cell of it. Header and footer go before bands, the first band before the
 * second, rows before columns, as the Sheets API has it.
 */
export function bandColour(banded: JsonObject, area: RangeArea, row: number, column: number): Rgb | undefined {
  const found = [
    bandOf(objectOf(banded.rowProperties), row - area.startRow, area.endRow - area.startRow),
    bandOf(objectOf(banded.columnProperties), column - area.startColumn, area.endColumn - area.startColumn),
  ];
  const orders: readonly (readonly Band[])[] = [['header', 'footer'], ['first'], ['second']];
  for (const bands of orders)
    for (const one of found) if (one !== undefined && bands.includes(one.band)) return one.colour;
  return undefined;
}

function bandOf(json: JsonObject, index: number, count: number): { band: Band; colour: Rgb } | undefined {
  const colour = (name: string) => rgbOf(json[`${name}ColorStyle`], json[`${name}Color`]);
  const header = colour('header');
  if (header !== undefined && index === 0) return { band: 'header', colour: header };
  const footer = colour('footer');
  if (footer !== undefined && index === count - 1) return { band: 'footer', colour: footer };
  const band = (index - (header === undefined ? 0 : 1)) % 2 === 0 ? 'first' : 'second';
  const own = colour(`${band}Band`);
  return own && { band, colour: own };
}
