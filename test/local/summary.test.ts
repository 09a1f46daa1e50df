import { expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { summary } from '../../local/summary.ts';
import { figuresOf } from '../support/report-figures.ts';
import { row } from '../support/trees.ts';

test('of many reps the first are shown, by closes to expect and not by how busy they are', async () => {
  const reps = Array.from({ length: 24 }, (_, i) => `Rep ${String.fromCharCode(65 + i)}`);
  const rows: Cell[][] = [];
  for (const [i, rep] of reps.entries()) {
    // The last of them is the only one who closes, and has the fewest rows.
    for (let touch = 0; touch < 25 - i; touch++)
      rows.push(row('2026-02-17', rep, `P ${i} ${touch}`, 'Attempt', 'Spoke'));
    for (const week of ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2026-02-09']) {
      rows.push(row(week, rep, `Deal ${i} ${week}`, 'Ask', 'Sent'));
      if (i === 23) rows.push(row(week, rep, `Deal ${i} ${week}`, 'Close', 'Booked'));
    }
  }
  const text = summary(await figuresOf(rows, '2026-02-18 14:00', { Team: [['Rep'], ...reps.map((rep) => [rep])] }));
  const shown = [...text.matchAll(/^ {2}(Rep \w)/gm)].map(([, rep]) => rep);
  expect(shown).toHaveLength(20);
  expect(shown[0]).toBe('Rep X');
  expect(text).toContain('... and 4 more reps');
});
