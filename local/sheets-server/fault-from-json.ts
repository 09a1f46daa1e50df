import { invalid } from './api-error.ts';
import type { Call } from './calls.ts';
import { FAULT_ANSWERS, type Fault } from './faults.ts';
import { isObject, type Json } from './json.ts';

const NAMES = new Set(['answer', 'when', 'times', 'probability', 'milliseconds', 'operation', 'spreadsheetId']);

/**
 * A fault as other programs write it: `{"answer": 503, "when": "after", "times": 2, "operation": "values.*"}`.
 * `times` 0 is for ever. Throws a 400 that says what is wrong.
 */
export function faultFromJson(json: Json): Fault {
  if (!isObject(json)) throw invalid('A fault is an object such as {"answer": 503, "when": "after"}.');
  for (const name of Object.keys(json))
    if (!NAMES.has(name)) throw invalid(`A fault has no "${name}"; it has ${[...NAMES].join(', ')}.`);
  const answer = FAULT_ANSWERS.find((one) => String(one) === String(json.answer));
  if (answer === undefined) throw invalid(`"answer" is one of ${FAULT_ANSWERS.join(', ')}.`);
  const { when = 'before', operation, spreadsheetId } = json;
  if (when !== 'before' && when !== 'after') throw invalid('"when" is "before" or "after".');
  const times = number(json.times, 'times', 0, Number.MAX_SAFE_INTEGER) ?? 1;
  const probability = number(json.probability, 'probability', 0, 1);
  const milliseconds = number(json.milliseconds, 'milliseconds', 0, 600_000);
  return {
    answer,
    when,
    times: times === 0 ? Number.POSITIVE_INFINITY : times,
    ...(probability !== undefined && { probability }),
    ...(milliseconds !== undefined && { milliseconds }),
    match: (call) => operates(call, operation) && (spreadsheetId === undefined || idOf(call) === spreadsheetId),
  };
}

/** `values.update`, or `drive.*` for all that begin so. */
function operates(call: Call, operation: Json | undefined): boolean {
  if (operation === undefined) return true;
  const wanted = String(operation);
  return wanted.endsWith('*') ? call.operation?.startsWith(wanted.slice(0, -1)) === true : call.operation === wanted;
}

const idOf = (call: Call): string | undefined => call.spreadsheetId ?? /\/files\/([^/]+)/.exec(call.path)?.[1];

function number(value: Json | undefined, name: string, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw invalid(`"${name}" is a number from ${least} to ${most}.`);
  return value;
}
