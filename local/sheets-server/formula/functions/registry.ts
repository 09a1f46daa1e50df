import type { FunctionSpec } from '../call.ts';
import { aggregates } from './aggregates.ts';
import { arrays } from './arrays.ts';
import { conditional } from './conditional.ts';
import { dates } from './dates.ts';
import { information } from './information.ts';
import { library } from './library.ts';
import { logic } from './logic.ts';
import { lookup } from './lookup.ts';
import { maths } from './maths.ts';
import { patterns } from './patterns.ts';
import { places } from './places.ts';
import { rounding } from './rounding.ts';
import { text } from './text.ts';
import { workdays } from './workdays.ts';

const groups = [
  library,
  maths,
  rounding,
  aggregates,
  conditional,
  logic,
  information,
  lookup,
  places,
  text,
  patterns,
  dates,
  workdays,
  arrays,
];

/** Every function that is computed here, by its name in capitals. */
export const functions: ReadonlyMap<string, FunctionSpec> = new Map(groups.flatMap((group) => Object.entries(group)));
