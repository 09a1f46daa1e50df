import { type Call, type FunctionGroup, lifted } from '../call.ts';

/** Rounding to places and to multiples. */
export const rounding: FunctionGroup = {
  ROUND: lifted(1, 2, (call) => toPlaces(call, Math.round)),
  ROUNDUP: lifted(1, 2, (call) => toPlaces(call, Math.ceil)),
  ROUNDDOWN: lifted(1, 2, (call) => toPlaces(call, Math.floor)),
  TRUNC: lifted(1, 2, (call) => toPlaces(call, Math.floor)),
  INT: lifted(1, 1, (call) => Math.floor(call.number(0))),
  EVEN: lifted(1, 1, (call) => awayToMultiple(call.number(0), 2)),
  ODD: lifted(1, 1, (call) => {
    const value = call.number(0);
    return value === 0 ? 1 : Math.sign(value) * (awayToMultiple(Math.abs(value) + 1, 2) - 1);
  }),
  MROUND: lifted(2, 2, (call) => toMultiple(call, Math.round)),
  CEILING: lifted(1, 2, (call) => toMultiple(call, Math.ceil)),
  FLOOR: lifted(1, 2, (call) => toMultiple(call, Math.floor)),
  'CEILING.MATH': lifted(1, 3, (call) => plainMultiple(call, call.number(2, 0) === 0 ? Math.ceil : away)),
  'FLOOR.MATH': lifted(1, 3, (call) => plainMultiple(call, call.number(2, 0) === 0 ? Math.floor : Math.trunc)),
};

/** Decimal digits as a person sees them: 1.005 is rounded to 1.01 although its bits are below. */
const digits = (value: number) => Number(value.toPrecision(15));

/** Halves, and parts when rounding up, go away from zero. */
function toPlaces(call: Call, round: (value: number) => number): number {
  const value = call.number(0);
  const places = call.integer(1, 0);
  const size = Math.abs(value);
  if (places > 15 || size === 0 || !Number.isFinite(size)) return value;
  const scale = 10 ** Math.abs(places);
  const whole = round(digits(places >= 0 ? size * scale : size / scale));
  const rounded = places >= 0 ? whole / scale : whole * scale;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

const away = (value: number) => Math.sign(value) * Math.ceil(Math.abs(value));
const awayToMultiple = (value: number, factor: number) => away(value / factor) * factor;

function toMultiple(call: Call, round: (value: number) => number): number {
  const value = call.number(0);
  const factor = call.number(1, value < 0 ? -1 : 1);
  if (factor === 0) return 0;
  if (value > 0 && factor < 0)
    return call.fail(
      '#NUM!',
      `Function ${call.name} parameter 2 value is ${factor}. It should be greater than or equal to 0 if parameter 1 is positive.`,
    );
  const multiple = digits(value / factor);
  return digits((call.name === 'MROUND' ? Math.sign(multiple) * round(Math.abs(multiple)) : round(multiple)) * factor);
}

function plainMultiple(call: Call, round: (value: number) => number): number {
  const factor = Math.abs(call.number(1, 1));
  return factor === 0 ? 0 : digits(round(digits(call.number(0) / factor)) * factor);
}
