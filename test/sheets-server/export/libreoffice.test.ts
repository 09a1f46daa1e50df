import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { running } from '../support.ts';
import { addFullWorkbook } from './full-workbook.ts';
import { exported } from './support.ts';

const OFFICE = 'soffice';
const installed = spawnSync(OFFICE, ['--version']).status === 0;
if (!installed) console.warn(`Skipped: no LibreOffice (${OFFICE}) here to open an exported workbook with.`);

describe.skipIf(!installed)('LibreOffice', () => {
  it('opens an exported workbook with all that is in it', async () => {
    const server = await running();
    const folder = mkdtempSync(join(tmpdir(), 'leadsheet-'));
    try {
      await addFullWorkbook(server);
      const file = join(folder, 'full.xlsx');
      writeFileSync(file, await exported(server, 'full'));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(OFFICE, [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, file], {
        stdio: 'ignore',
      });
      const seen = readFileSync(join(folder, 'full.fods'), 'utf8');
      const count = (pattern: RegExp) => seen.match(pattern)?.length ?? 0;
      expect(count(/<chart:chart /g)).toBe(6);
      expect(count(/<office:annotation /g)).toBe(1);
      expect(count(/<calcext:condition /g)).toBe(7);
      expect(count(/<calcext:color-scale-entry /g)).toBe(3);
      expect(count(/<table:content-validation /g)).toBe(3);
      expect(count(/<calcext:sparkline /g)).toBe(1);
      expect(count(/table:protected="true"/g)).toBe(1);
      expect(count(/xlink:href="https:\/\/example\.com\/a%20b\?x=1&amp;y=2"/g)).toBe(1);
      expect(count(/<table:database-range [^>]*Rules\.A1:Rules\.D9"[^>]*display-filter-buttons="true"/g)).toBe(1);
      expect(count(/<table:named-range table:name="totals"/g)).toBe(1);
      expect(count(/table:number-columns-spanned="2" table:number-rows-spanned="2"/g)).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await server.server.close();
    }
  }, 120_000);
});
