import { arrayOf, type JsonObject, objectOf, stringOf } from '../json.ts';
import type { PlainValue } from '../model/cell.ts';
import type { CellWire } from './wire.ts';

/** A cell whose validation is a checkbox: ticked or not, an empty one is not. Any other value is shown as it is. */
export function checkbox(
  validation: JsonObject,
  value: PlainValue | undefined,
  shown: string,
): Pick<CellWire, 'tick' | 'tickText'> {
  const { type, values } = objectOf(validation.condition);
  if (type !== 'BOOLEAN') return {};
  const [on, off] = arrayOf(values).map((one) => stringOf(objectOf(one).userEnteredValue) ?? '');
  if (on === undefined) return typeof value === 'boolean' || value === undefined ? { tick: value === true } : {};
  const ticked = shown === on;
  if (!ticked && value !== undefined && shown !== (off ?? '')) return {};
  return { tick: ticked, tickText: ticked ? (off ?? '') : on };
}
