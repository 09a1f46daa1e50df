import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryService } from '../support/memory-service.ts';
import { salesCommands } from '../support/sales-model-commands.ts';
import { BOOK, expectModel, firstModel, tabsOfModel } from '../support/sales-model-run.ts';
import { scale, tally } from '../support/tally.ts';

const START = Date.parse('2026-02-02T11:00:00Z');

test('whatever people do and whatever messages come: store and figures are those of a model that knows nothing of them', async () => {
  const runs = scale(30, 1500);
  let commands = 0;
  await fc.assert(
    fc.asyncProperty(salesCommands, async (sequence) => {
      const model = firstModel();
      const real = memoryService(START, { [BOOK]: tabsOfModel() });
      await real.settle(BOOK);
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      await expectModel(model, real);
      commands += [...sequence].length;
    }),
    { numRuns: runs },
  );
  tally('model-based sequences', runs);
  expect(commands).toBeGreaterThan(runs * 3);
});
