import { type BillLine, bill } from '../cost/bill.ts';
import { type Deployment, monthlyUsage } from '../cost/monthly-usage.ts';
import { EXIT } from '../exit-codes.ts';

/** `cost`: what a month of a deployment costs on AWS, line by line. Google charges nothing. Returns the exit code. */
export function cost(deployment: Deployment, options: { readonly json?: boolean } = {}): number {
  const lines = bill(monthlyUsage(deployment));
  process.stdout.write(
    options.json ? `${JSON.stringify({ deployment, lines }, undefined, 2)}\n` : table(deployment, lines),
  );
  return EXIT.done;
}

function table({ workbooks, rows, changesADay }: Deployment, lines: readonly BillLine[]): string {
  const sum = (what: 'listed' | 'charged'): string => dollars(lines.reduce((total, line) => total + line[what], 0));
  const row = (service: string, what: string, listed: string, charged: string): string =>
    `${service.padEnd(22)} ${what.padEnd(30)} ${listed.padStart(9)} ${charged.padStart(9)}`;
  return [
    `A month of ${workbooks} workbook${workbooks === 1 ? '' : 's'} of ${rows.toLocaleString('en')} rows each, typed in during ${changesADay} minutes of a working day:`,
    '',
    row('', '', 'listed', 'charged'),
    ...lines.map(({ service, what, listed, charged }) => row(service, what, dollars(listed), dollars(charged))),
    row('Together', '', sum('listed'), sum('charged')),
    '',
    'US dollars, us-east-1, November 2026. Charged = after what every account has free each month, if nothing else uses it.',
    'The units of a run are measured, the rest is reckoned: see local/cost/monthly-usage.ts.',
    '',
  ].join('\n');
}

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
