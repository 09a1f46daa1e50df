import { isMissed, type Judged } from './judge.ts';
import type { Results } from './results.ts';

/** Every figure with its budget and what it was last time. */
export function markdown(results: Results, last: Results | undefined): string {
  const { machine, versions } = results;
  const rows = Object.entries(results.benches).flatMap(([name, { figures }]) =>
    Object.entries(figures).map(([figure, judged], index) => {
      const before = last?.benches[name]?.figures[figure];
      return [index === 0 ? name : '', figure, shown(judged), budgetOf(judged), before ? compared(judged, before) : ''];
    }),
  );
  const where = `${machine.cores} x ${machine.model}, ${machine.memoryGb} GB, ${machine.platform}`;
  const what = `Node ${versions.node}, leadsheet ${versions.leadsheet}${versions.commit ? ` (${versions.commit})` : ''}`;
  const header = ['bench', 'figure', 'measured', 'budget', last ? `against ${last.date}` : 'before'];
  return `${results.date}, ${where}; ${what}\n\n${table([header, ...rows])}\n`;
}

const shown = ({ value, unit }: Judged): string =>
  unit === 'x' ? `${value} x` : `${value.toLocaleString('en')} ${unit}`;

function budgetOf(judged: Judged): string {
  if (judged.budget === undefined) return '';
  return `${judged.budget.toLocaleString('en')} ${isMissed(judged) ? '**missed**' : 'kept'}`;
}

function compared(now: Judged, before: Judged): string {
  if (before.value === 0 || before.unit !== now.unit) return shown(before);
  const change = Math.round((now.value / before.value - 1) * 100);
  return `${shown(before)} (${change > 0 ? '+' : ''}${change} %)`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [header = []] = rows;
  const widths = header.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(header), rule, ...rows.slice(1).map(line)].join('\n');
}
