import { ApiError } from '../sheets-server/api-error.ts';
import { faultFromJson } from '../sheets-server/fault-from-json.ts';
import { FAULT_ANSWERS, type Fault } from '../sheets-server/faults.ts';
import type { Json } from '../sheets-server/json.ts';

/** A fault of the command line, and how it was written. */
export interface WrittenFault {
  readonly text: string;
  readonly fault: Fault;
}

export const FAULT_EXAMPLES = '503:after:0.05, 429:x3, slow:2000ms:values.*, rateLimit:drive.files.list:10%';

/**
 * `503:after:0.05:values.update`: what is answered, and then in any order before or after, how probable, how often
 * (`x3`; for ever without it), how late (`2000ms`) and which operations (`values.*`). Throws an error that says what
 * was not understood.
 */
export function parseFault(text: string): WrittenFault {
  const [answer = '', ...parts] = text.split(':');
  if (!FAULT_ANSWERS.some((one) => String(one) === answer))
    throw new Error(`"${answer}" is no answer of a fault: give one of ${FAULT_ANSWERS.join(', ')}.`);
  const json: Record<string, Json> = { answer, times: 0 };
  for (const part of parts) {
    const [name, value] = readPart(part);
    if (name !== 'times' && name in json) throw new Error(`"${text}" says ${name} twice.`);
    json[name] = value;
  }
  if (answer === 'slow' && json.when === 'before')
    throw new Error('A slow answer is the true one: it has no "before".');
  try {
    return { text, fault: faultFromJson(json) };
  } catch (error) {
    throw error instanceof ApiError ? new Error(error.message) : error;
  }
}

function readPart(part: string): [name: string, value: Json] {
  if (part === 'before' || part === 'after') return ['when', part];
  if (/^\d*\.?\d+$/.test(part)) return ['probability', Number(part)];
  if (/^\d+(\.\d+)?%$/.test(part)) return ['probability', Number(part.slice(0, -1)) / 100];
  if (/^x[1-9]\d*$/.test(part)) return ['times', Number(part.slice(1))];
  if (/^\d+ms$/.test(part)) return ['milliseconds', Number(part.slice(0, -2))];
  if (/^[a-z]+\.[\w.]*\*?$/i.test(part)) return ['operation', part];
  throw new Error(`"${part}" was not understood. Faults are written like ${FAULT_EXAMPLES}.`);
}
