import type { AsOf } from '../domain/as-of.ts';
import type { Weeks } from '../domain/closing-ratio.ts';
import type { Stop } from '../domain/head.ts';
import type { Quality } from '../domain/quality.ts';
import type { Rules } from '../domain/rules.ts';
import type { Week } from '../domain/week.ts';

/** What the report tabs are laid out from: a pure function of it makes every tab. */
export interface ReportFigures {
  /** Of the workbook. */
  readonly title: string;
  readonly rules: Rules;
  readonly asOf: AsOf;
  /** The week that as-of is in. */
  readonly current: Week;
  readonly weeks: Weeks;
  readonly quality: Quality;
  /** Accepted rows dated after today. */
  readonly held: number;
  /** The last good generation is shown because of this. */
  readonly stop?: Stop;
}
