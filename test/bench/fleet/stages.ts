import { AWS_MS, CONCURRENCY, computing, GOOGLE_MS, RESERVE_MS, TIMEOUT_MS } from './assumptions.ts';
import type { Sheets } from './google.ts';
import type { Simulation } from './simulation.ts';
import { StageQueue, type Work } from './stage-queue.ts';
import { costOf, dueAfter, isDueToPublish, rulesOf, type Stage } from './stage-rules.ts';
import type { FleetHint, FleetWorkbook } from './workbook.ts';

export interface StageDeps {
  readonly simulation: Simulation;
  readonly sheets: Sheets;
  /** Messages that a stage works on at once. */
  readonly concurrency?: number;
  /** Ingest passes over hints of edits that it has already seen; the deployed one looks each time. */
  readonly dropsStaleHints?: boolean;
  /** Ingest found rows that were typed. */
  changed(): void;
  /** We wrote into it. */
  written(workbook: FleetWorkbook): void;
  /** Rows that were typed at these times are shown now. */
  shown(typed: readonly number[]): void;
  noteDue(workbook: FleetWorkbook, dueAt: number): void;
}

export interface Stages {
  readonly ingest: StageQueue<FleetHint>;
  readonly rollup: StageQueue<FleetWorkbook>;
  readonly report: StageQueue<FleetWorkbook>;
}

/** ingest -> rollup -> report, each by its calls and how long it computes; what they decide is what the real ones do. */
export function startStages(deps: StageDeps): Stages {
  const {
    simulation,
    sheets,
    changed,
    written,
    shown,
    noteDue,
    concurrency = CONCURRENCY,
    dropsStaleHints = false,
  } = deps;
  const stage = <M>(name: Stage, work: Work<M>) => new StageQueue(simulation, rulesOf(name, concurrency), work);
  const deadline = (name: Stage): number => simulation.now + TIMEOUT_MS[name] - RESERVE_MS;
  const passOn = (to: StageQueue<FleetWorkbook>, workbook: FleetWorkbook, done: (isWell: boolean) => void) => {
    to.send(workbook.id, workbook);
    simulation.after(AWS_MS, () => done(true));
  };

  const report = stage<FleetWorkbook>('report', (workbook, done) => {
    const begun = simulation.now;
    const end = deadline('report');
    const leave = (): void => {
      noteDue(workbook, dueAfter(begun));
      done(true);
    };
    const { rolledUp } = workbook;
    const publishes = rolledUp.length > 0 || isDueToPublish(workbook.publishedAt, begun);
    workbook.rolledUp = [];
    simulation.after(computing('report', costOf(publishes, 'report')), () => {
      if (!publishes) return leave();
      const request = {
        account: workbook.account,
        kind: 'write',
        by: 'report',
        ms: GOOGLE_MS.publish,
        deadline: end,
      } as const;
      sheets.request(request, (isWell) => {
        if (!isWell) {
          workbook.rolledUp = [...rolledUp, ...workbook.rolledUp];
          return done(false);
        }
        workbook.publishedAt = begun;
        shown(rolledUp);
        written(workbook);
        leave();
      });
    });
  });

  const rollup = stage<FleetWorkbook>('rollup', (workbook, done) => {
    const { read } = workbook;
    workbook.read = [];
    simulation.after(computing('rollup', costOf(read.length > 0, 'rollup')), () => {
      workbook.rolledUp.push(...read);
      passOn(report, workbook, done);
    });
  });

  const ingest = stage<FleetHint>('ingest', ({ workbook, changedAt }, done) => {
    if (dropsStaleHints && changedAt !== undefined && changedAt <= workbook.lookedAt) {
      return simulation.after(AWS_MS, () => done(true));
    }
    const request = { account: workbook.account, by: 'ingest', deadline: deadline('ingest') } as const;
    let found: number[] = [];
    let isTouched = false;
    const look = (): void => {
      [found, isTouched] = [workbook.typed, workbook.isTouched];
      workbook.typed = [];
      workbook.isTouched = false;
      workbook.lookedAt = simulation.now;
    };
    sheets.request({ ...request, kind: 'read', ms: GOOGLE_MS.describe }, (isDescribed) => {
      if (!isDescribed) return done(false);
      sheets.request({ ...request, kind: 'read', ms: GOOGLE_MS.read, applied: look }, (isRead) => {
        if (!isRead) return done(false);
        // Our own verdicts make other bytes: such a sheet is read like a changed one.
        simulation.after(computing('ingest', costOf(found.length > 0 || isTouched, 'ingest')), () => {
          workbook.read.push(...found);
          if (found.length === 0) return passOn(rollup, workbook, done);
          changed();
          sheets.request({ ...request, kind: 'write', ms: GOOGLE_MS.writeCheck }, (isWritten) => {
            if (!isWritten) return done(false);
            written(workbook);
            passOn(rollup, workbook, done);
          });
        });
      });
    });
  });
  return { ingest, rollup, report };
}
