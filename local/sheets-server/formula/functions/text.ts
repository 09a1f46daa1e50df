import { type Call, type FunctionGroup, lifted, whole } from '../call.ts';
import { numberInText, toText } from '../coerce.ts';
import { NotComputed } from '../scalar.ts';
import { fixed, formatted } from './text-format.ts';

/** Text cut, joined and changed. Positions count UTF-16 units, as in Sheets. */
export const text: FunctionGroup = {
  LEFT: lifted(1, 2, (call) => call.text(0).slice(0, size(call, 1, 1))),
  RIGHT: lifted(1, 2, (call) => {
    const [value, count] = [call.text(0), size(call, 1, 1)];
    return count === 0 ? '' : value.slice(-count);
  }),
  MID: lifted(3, 3, (call) => {
    const start = atLeastOne(call, 1);
    return call.text(0).slice(start - 1, start - 1 + size(call, 2));
  }),
  LEN: lifted(1, 1, (call) => call.text(0).length),
  TRIM: lifted(1, 1, (call) => call.text(0).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  CLEAN: lifted(1, 1, (call) => call.text(0).replace(/[\0-\x1f]/g, '')),
  UPPER: lifted(1, 1, (call) => call.text(0).toUpperCase()),
  LOWER: lifted(1, 1, (call) => call.text(0).toLowerCase()),
  PROPER: lifted(1, 1, (call) =>
    call.text(0).replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  ),
  CONCATENATE: whole(1, Infinity, (call) => texts(call, 0).join('')),
  CONCAT: lifted(2, 2, (call) => call.text(0) + call.text(1)),
  JOIN: whole(2, Infinity, (call) => texts(call, 1).join(call.text(0))),
  TEXTJOIN: whole(3, Infinity, (call) => {
    const skipEmpty = call.boolean(1);
    return texts(call, 2)
      .filter((part) => part !== '' || !skipEmpty)
      .join(call.text(0));
  }),
  SUBSTITUTE: lifted(3, 4, substitute),
  REPLACE: lifted(4, 4, (call) => {
    const [value, start] = [call.text(0), atLeastOne(call, 1) - 1];
    return value.slice(0, start) + call.text(3) + value.slice(start + size(call, 2));
  }),
  REPT: lifted(2, 2, (call) => {
    const [value, times] = [call.text(0), size(call, 1)];
    if (value.length * times > 32_000) throw new NotComputed();
    return value.repeat(times);
  }),
  EXACT: lifted(2, 2, (call) => call.text(0) === call.text(1)),
  FIND: lifted(2, 3, (call) => position(call, call.text(0), call.text(1))),
  SEARCH: lifted(2, 3, (call) => {
    const wanted = call.text(0);
    // Whether it takes wildcards is not known for sure.
    if (/[*?~]/.test(wanted)) throw new NotComputed();
    return position(call, wanted.toLowerCase(), call.text(1).toLowerCase());
  }),
  CHAR: lifted(1, 1, character),
  UNICHAR: lifted(1, 1, character),
  CODE: lifted(1, 1, codePoint),
  UNICODE: lifted(1, 1, codePoint),
  VALUE: lifted(1, 1, (call) => {
    const value = call.scalar(0);
    if (typeof value === 'number') return value;
    const number = value === undefined ? 0 : numberInText(toText(value, call.locale).trim(), call.locale);
    return number ?? call.fail('#VALUE!', `VALUE parameter '${String(value)}' cannot be parsed to number.`);
  }),
  TEXT: lifted(2, 2, (call) => formatted(call.scalar(0), call.text(1), call.locale)),
  FIXED: lifted(1, 3, (call) => fixed(call.number(0), call.integer(1, 2), call.boolean(2, false), call.locale)),
};

/** A count that must not be negative. */
function size(call: Call, index: number, otherwise?: number): number {
  const count = call.integer(index, otherwise);
  if (count >= 0) return count;
  return call.fail(
    '#VALUE!',
    `Function ${call.name} parameter ${index + 1} value is ${count}. It should be greater than or equal to 0.`,
  );
}

function atLeastOne(call: Call, index: number): number {
  const at = call.integer(index);
  if (at >= 1) return at;
  return call.fail(
    '#NUM!',
    `Function ${call.name} parameter ${index + 1} value is ${at}. It should be greater than or equal to 1.`,
  );
}

/** Each cell from `index` on as text, empty ones too. */
const texts = (call: Call, index: number): string[] =>
  call.args
    .slice(index)
    .flatMap((_, offset) => call.matrix(index + offset).flat())
    .map((value) => toText(value, call.locale));

function substitute(call: Call): string {
  const [value, wanted, by] = [call.text(0), call.text(1), call.text(2)];
  if (wanted === '') return value;
  if (!call.has(3)) return value.replaceAll(wanted, () => by);
  const occurrence = atLeastOne(call, 3);
  const parts = value.split(wanted);
  if (parts.length <= occurrence) return value;
  return parts.slice(0, occurrence).join(wanted) + by + parts.slice(occurrence).join(wanted);
}

function position(call: Call, wanted: string, value: string): number {
  const start = call.has(2) ? atLeastOne(call, 2) : 1;
  const at = value.indexOf(wanted, start - 1);
  if (at >= 0) return at + 1;
  return call.fail('#VALUE!', `In ${call.name} evaluation, cannot find '${call.text(0)}' within '${call.text(1)}'.`);
}

function character(call: Call): string {
  const code = call.integer(0);
  if (code >= 1 && code <= 0x10ffff) return String.fromCodePoint(code);
  return call.fail('#NUM!', `Function ${call.name} parameter 1 value ${code} is out of range.`);
}

function codePoint(call: Call): number {
  const code = call.text(0).codePointAt(0);
  return code ?? call.fail('#VALUE!', `Function ${call.name} parameter 1 value should be non-empty.`);
}
