import { invalid } from '../api-error.ts';
import { type Json, stringOf } from '../json.ts';

/** What of a cell a paste takes along. */
export interface PasteParts {
  /** `shown`: what a formula comes to, instead of the formula. */
  readonly value: 'no' | 'entered' | 'shown';
  readonly format: 'no' | 'all' | 'without borders';
  readonly extras: 'no' | 'all' | 'validation';
}

const KINDS: Readonly<Record<string, PasteParts>> = {
  PASTE_NORMAL: { value: 'entered', format: 'all', extras: 'all' },
  PASTE_VALUES: { value: 'shown', format: 'no', extras: 'no' },
  PASTE_FORMULA: { value: 'entered', format: 'no', extras: 'no' },
  PASTE_FORMAT: { value: 'no', format: 'all', extras: 'validation' },
  PASTE_NO_BORDERS: { value: 'entered', format: 'without borders', extras: 'all' },
  PASTE_DATA_VALIDATION: { value: 'no', format: 'no', extras: 'validation' },
};

export function pasteParts(type: Json | undefined): PasteParts {
  const name = stringOf(type) ?? 'PASTE_NORMAL';
  const parts = KINDS[name];
  if (parts === undefined) throw invalid(`The local server does not know the paste type ${name} yet.`);
  return parts;
}
