import { arrayed, type Call, type FunctionGroup, lifted } from '../call.ts';
import { Failure, type Matrix, NotComputed, type Operand } from '../scalar.ts';

/** Regular expressions, and text parted by delimiters. */
export const patterns: FunctionGroup = {
  REGEXMATCH: lifted(2, 2, (call) => expression(call, '').test(call.text(0))),
  REGEXEXTRACT: lifted(2, 2, (call): Operand => {
    const found = expression(call, '').exec(call.text(0));
    if (!found)
      return call.fail(
        '#N/A',
        `Function REGEXEXTRACT parameter 2 value "${call.text(1)}" does not match text of Function REGEXEXTRACT parameter 1 value "${call.text(0)}".`,
      );
    const groups = found.slice(1).map((group) => group ?? '');
    return groups.length === 0 ? found[0] : [groups];
  }),
  REGEXREPLACE: lifted(3, 3, (call) => {
    const by = call
      .text(2)
      .replaceAll('$', '$$$$')
      .replace(/\\(\d)/g, '$$$1');
    return call.text(0).replace(expression(call, 'g'), by);
  }),
  SPLIT: arrayed(2, 4, split),
};

/** RE2 as Sheets has it, as far as it means the same here. */
function expression(call: Call, flags: string): RegExp {
  const source = call.text(1);
  const [, inline = '', rest = ''] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(source) ?? [];
  // RE2 knows neither looking around nor going back, and this engine no other flags, named classes or \A, \z, \Q, \C.
  if (/\(\?(?![:P<])|\(\?P?<[=!]|\\[1-9AzQECpP]|\[\[:/.test(rest)) throw new NotComputed();
  try {
    return new RegExp(rest.replaceAll('(?P<', '(?<'), flags + inline);
  } catch {
    throw new Failure(
      '#REF!',
      `Function ${call.name} parameter 2 value "${source}" is not a valid regular expression.`,
    );
  }
}

/** Parts that read as numbers become numbers, as in Sheets. */
function split(call: Call): Matrix {
  const [value, delimiter] = [call.text(0), call.text(1)];
  if (delimiter === '') return call.fail('#VALUE!', 'Function SPLIT parameter 2 value should be non-empty.');
  if (value === '') return call.fail('#VALUE!', 'Function SPLIT parameter 1 value should be non-empty.');
  const byEach = call.boolean(2, true);
  const marks = byEach ? [...delimiter] : [delimiter];
  let parts = [value];
  for (const mark of marks) parts = parts.flatMap((part) => part.split(mark));
  const kept = call.boolean(3, true) ? parts.filter((part) => part !== '') : parts;
  return [kept.map((part) => (/^-?\d+(\.\d+)?$/.test(part) && /^-?(0|[1-9])/.test(part) ? Number(part) : part))];
}
