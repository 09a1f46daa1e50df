import { invalid } from '../api-error.ts';
import { type Json, stringOf } from '../json.ts';

/** What of a cell a paste takes along. */
export interface PasteParts {
  readonly value: boolean;
  readonly format: boolean;
  readonly extras: boolean;
}

const KINDS: Readonly<Record<string, PasteParts>> = {
  PASTE_NORMAL: { value: true, format: true, extras: true },
  PASTE_VALUES: { value: true, format: false, extras: false },
  PASTE_FORMULA: { value: true, format: false, extras: false },
  PASTE_FORMAT: { value: false, format: true, extras: false },
};

export function pasteParts(type: Json | undefined): PasteParts {
  const name = stringOf(type) ?? 'PASTE_NORMAL';
  const parts = KINDS[name];
  if (parts === undefined) throw invalid(`The local server does not know the paste type ${name} yet.`);
  return parts;
}
