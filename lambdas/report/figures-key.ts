import type { AsOf } from '../domain/as-of.ts';
import { digest } from '../domain/digest.ts';
import { FIGURES_VERSION } from '../domain/figures.ts';
import type { Head } from '../domain/head.ts';
import { LAYOUT_VERSION } from '../tabs/layout-version.ts';

/** Changes exactly when the tabs could: what they are laid out from, without the minute of the day. */
export function figuresKey(head: Head, asOf: AsOf, cutOffHour: number): string {
  const afterCutOff = asOf.minute >= cutOffHour * 60;
  return digest(
    JSON.stringify([
      head.source,
      head.derived?.root,
      head.facts,
      head.stop?.message,
      asOf.day,
      afterCutOff,
      FIGURES_VERSION,
      LAYOUT_VERSION,
    ]),
  );
}
