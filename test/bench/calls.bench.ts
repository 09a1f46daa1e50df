import { compose } from '../../lambdas/runtime/compose.ts';
import { runPipeline } from '../../local/pipeline.ts';
import { progress as stages } from '../../local/progress.ts';
import { startLocalService } from '../../local/service.ts';
import type { Bench } from './bench.ts';
import { AS_OF, benchWorkbook } from './data/workbook.ts';

export const bench: Bench = {
  name: 'calls',
  about:
    'calls that reach the local Sheets server while ingest, rollup and report serve one workbook, as it counts them',
  budgets: { 'changed, reads': 2, 'changed, writes': 2, 'unchanged, writes': 0 },

  async run({ progress }) {
    const service = await startLocalService();
    try {
      const { description, tabs } = benchWorkbook({ rows: 2000, reps: 8, weeks: 8 });
      const { title, locale, timeZone } = description;
      const files = Object.entries(tabs).map(([name, rows]) => ({ title: name, rows }));
      const workbook = service.sheets.addWorkbook({ title, locale, timeZone, tabs: files });
      const composed = compose(service.env);
      const run = async (what: string): Promise<{ reads: number; writes: number }> => {
        progress(what);
        service.sheets.calls.length = 0;
        await runPipeline(composed, { workbook, asOf: AS_OF }, stages({ quiet: true }));
        const reads = service.sheets.calls.filter(({ operation }) => /\.(get|batchGet)/.test(operation ?? '')).length;
        return { reads, writes: service.sheets.calls.length - reads };
      };
      const first = await run('first run');
      // The first verdicts of all bring the named range of their column along, once in the life of a workbook.
      service.sheets.typeInto(workbook, 'Activity!F100:F101', [['Spoke to the buyer'], ['Left a message']]);
      await run('first verdicts');
      await run('run that sees its own verdicts');
      const unchanged = await run('unchanged');
      service.sheets.typeInto(workbook, 'Activity!F100:F101', [['Left a message'], ['Spoke to the buyer']]);
      const changed = await run('changed');
      return {
        'changed, reads': { value: changed.reads, unit: 'calls' },
        'changed, writes': { value: changed.writes, unit: 'calls' },
        'unchanged, reads': { value: unchanged.reads, unit: 'calls' },
        'unchanged, writes': { value: unchanged.writes, unit: 'calls' },
        'first run, reads': { value: first.reads, unit: 'calls' },
        'first run, writes': { value: first.writes, unit: 'calls' },
      };
    } finally {
      await service.close();
    }
  },
};
