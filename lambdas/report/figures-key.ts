import type { AsOf } from '../domain/days/as-of.ts';
import { digest } from '../domain/trees/digest.ts';
import type { Head } from '../domain/trees/head.ts';
import { FIGURES_VERSION } from '../domain/weeks/figures.ts';
import { LAYOUT_VERSION } from '../tabs/layout-version.ts';

/** Changes exactly when the tabs could: what they are laid out from, without the minute of the day. */
export function figuresKey(head: Head, asOf: AsOf, cutOffHour: number): string {
  const afterCutOff = asOf.minute >= cutOffHour * 60;
  return digest(
    JSON.stringify([
      head.source,
      head.derived?.root,
      head.facts,
      head.runs,
      head.seenLate,
      head.stop?.message,
      head.checksRefused,
      head.activity,
      asOf.day,
      afterCutOff,
      FIGURES_VERSION,
      LAYOUT_VERSION,
    ]),
  );
}
