/** The import rules of `.dependency-cruiser.mjs`. Fails also when nothing was cruised: then nothing was checked. */
import { execFileSync } from 'node:child_process';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

const ENOUGH_MODULES = 100;

const output = execFileSync(
  'depcruise',
  ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', '--no-cache', 'lambdas', 'infra', 'local', 'test'],
  { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] },
);
const { summary } = JSON.parse(output) as Cruise; // the documented shape of dependency-cruiser
for (const { from, to, rule } of summary.violations)
  process.stdout.write(`${rule.severity} ${rule.name}: ${from} -> ${to}\n`);
const errors = summary.violations.filter(({ rule }) => rule.severity === 'error').length;
if (summary.totalCruised < ENOUGH_MODULES) {
  process.stdout.write(`Only ${summary.totalCruised} modules were cruised: the import rules were not checked.\n`);
  process.exitCode = 1;
} else if (errors > 0) process.exitCode = 1;
else process.stdout.write(`Imports: ${summary.totalCruised} modules, no violation.\n`);
