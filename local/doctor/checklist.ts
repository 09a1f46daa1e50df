import { EXIT } from '../exit-codes.ts';
import type { Finding } from './finding.ts';

const MARKS = { ok: '✓', failed: '✗', skipped: '–' } as const;

/** A line for each check, and what to do below each that failed. */
export function checklist(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, status, said, cure }) => [
    `${MARKS[status]} ${name.padEnd(width)}  ${said}`,
    ...(cure === undefined ? [] : [`${' '.repeat(width + 4)}→ ${cure}`]),
  ]);
  const wrong = findings.filter(({ status }) => status === 'failed').length;
  return `${[...lines, '', wrong === 0 ? 'Nothing is wrong.' : `${wrong} of ${findings.length} checks failed.`].join('\n')}\n`;
}

/** Only what is in the sheet itself is the sheet's fault. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const wrong = findings.filter(({ status }) => status === 'failed');
  if (wrong.length === 0) return EXIT.done;
  return wrong.every(({ name }) => name === 'Tabs and header') ? EXIT.sheetNeedsAttention : EXIT.failed;
}
