import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_WORKBOOK } from '../../local/commands/demo.ts';
import { withFolder } from '../support/e2e-command.ts';
import { heard, startLeadsheet, typeRow } from '../support/kill-process.ts';

const HEADER = 'Date,Rep,Prospect,Activity,Outcome';
const ROWS = Array.from({ length: 3000 }, (_, i) => `2026-11-${10 + (i % 9)},Zoë,Prospect ${i % 170},Attempt,Spoke`);

test('a row that is typed while the first reports are made is followed like any other', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'ours.csv');
    await writeFile(file, [HEADER, ...ROWS].join('\n'));
    const demo = startLeadsheet('demo', file, '--data', join(folder, 'data'), '--port', '0');
    try {
      const [, url = ''] = (await heard(demo, /reports follow: (http:\/\/[\d.:]+\/)w/)) ?? [];
      // Ingest has read the sheet, and the reports are still to come.
      await heard(demo, /✓ Ingest/);
      expect(await typeRow(url, DEMO_WORKBOOK, ['2026-11-18', 'Zoë', 'Early', 'Ask', 'Sent'])).toBe(true);
      expect(demo.said()).not.toMatch(/with its reports/);
      // Without an edit the service looks once a minute only.
      await expect.poll(() => verdictBeside(url, ROWS.length + 2), { timeout: 40_000 }).toMatch(/^✓/);
      expect(demo.said()).not.toMatch(/failed/);
    } finally {
      await demo.kill();
    }
  }));

async function verdictBeside(url: string, row: number): Promise<string> {
  const answer = await fetch(`${url}v4/spreadsheets/${DEMO_WORKBOOK}/values/Activity!F${row}`, {
    headers: { authorization: 'Bearer local' },
  });
  const { values = [] } = (await answer.json()) as { values?: string[][] }; // the shape that Sheets documents
  return values[0]?.[0] ?? '';
}
