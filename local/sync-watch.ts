import type { PipelineResult } from './pipeline.ts';
import type { PageHooks } from './sheets-server/page/hooks.ts';
import type { SyncStatus } from './sheets-server/page/wire.ts';

/** Tells the page how the reports follow the rows, and brings its "Sync now" to whoever makes them. */
export class SyncWatch implements PageHooks {
  private state: SyncStatus = { running: false };
  private asked = false;

  readonly status = (): SyncStatus => this.state;

  readonly onSync = (): void => {
    this.asked = true;
  };

  /** Whether it was pressed since this was last called. */
  takeAsked(): boolean {
    const { asked } = this;
    this.asked = false;
    return asked;
  }

  /** The workbook has not changed since the last sync, so the reports are as new as this look at it. */
  confirm(): void {
    if (this.state.problem === undefined) this.state = { running: false, at: Date.now() };
  }

  /** Runs one sync and keeps how it ended; an error goes on to the caller. */
  async during(sync: () => Promise<PipelineResult>): Promise<PipelineResult> {
    this.state = { ...this.state, running: true };
    try {
      const result = await sync();
      const { stop } = result.ingest;
      this.state = {
        running: false,
        at: Date.now(),
        ...(stop && { problem: `The sheet needs attention: ${stop.message}` }),
      };
      return result;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.state = { ...this.state, running: false, problem: `Sync failed: ${message}` };
      throw error;
    }
  }
}
