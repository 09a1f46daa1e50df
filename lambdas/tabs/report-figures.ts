import type { SegmentAgenda } from '../domain/agenda/agendas.ts';
import type { DealBoard } from '../domain/agenda/deal-board.ts';
import type { AsOf } from '../domain/days/as-of.ts';
import type { Week } from '../domain/days/week.ts';
import type { DealLine } from '../domain/deals/deal-line.ts';
import type { LearnedStandards } from '../domain/deals/deal-signals.ts';
import type { ReportOutlook } from '../domain/forecast/report-outlook.ts';
import type { Rules } from '../domain/inputs/rules.ts';
import type { Weeks } from '../domain/ratios/closing-ratio.ts';
import type { RowEntry } from '../domain/recording/entry-delay.ts';
import type { Quality } from '../domain/rows/quality.ts';
import type { RepKey } from '../domain/rows/rep-key.ts';
import type { ReportTargets } from '../domain/targets/report-targets.ts';
import type { Stop } from '../domain/trees/head.ts';
import type { Run } from '../domain/trees/runs.ts';
import type { Facts } from '../domain/weeks/facts.ts';
import type { WeekRollup } from '../domain/weeks/week-rollup.ts';
import type { SheetLinks } from './sheet-links.ts';

/** What the trees say of a workbook: rules, sums of the rows, deals, and what earlier reports decided. */
export interface ReportSums {
  /** Of the workbook. */
  readonly title: string;
  readonly rules: Rules;
  readonly asOf: AsOf;
  /** The week that as-of is in. */
  readonly current: Week;
  readonly weeks: Weeks;
  /** Deals that are open now, opening deals among them, in no order. */
  readonly openDeals: readonly DealLine[];
  /** Deals decided in the last 21 weeks: what forecasts of the past would have seen as open. */
  readonly decidedDeals: readonly DealLine[];
  /** What this team's deals are measured against. */
  readonly standards: LearnedStandards;
  readonly facts: Facts;
  /** Closed weeks whose counts have changed since: as they were reported. */
  readonly asReported: ReadonlyMap<Week, WeekRollup>;
  /** When the rows of the week shown were typed: rep -> one entry for each row with a known first-seen time. */
  readonly entries: ReadonlyMap<RepKey, readonly RowEntry[]>;
  readonly quality: Quality;
  /** Accepted rows dated after today. */
  readonly held: number;
  /** Rows that were taken off the sheet and are kept (`Archived before`). */
  readonly archived: number;
  /** The last times that the sheet was found changed, newest first. */
  readonly runs: readonly Run[];
  readonly links: SheetLinks;
  /** The last good generation is shown because of this. */
  readonly stop?: Stop;
  /** Why Sheets refused the verdicts beside the rows, and what to do. */
  readonly checksRefused?: string;
}

/** What the report tabs are laid out from: the sums, and what was reckoned from them. A pure function of it makes every tab. */
export interface ReportFigures extends ReportSums {
  readonly targets: ReportTargets;
  readonly outlook: ReportOutlook;
  /** Of each segment: today's, or else the next one. */
  readonly agendas: readonly SegmentAgenda[];
  readonly board: DealBoard;
}
