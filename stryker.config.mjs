/**
 * Mutation testing (`npm run mutate`): how to run one folder, and what survives and why, is in docs/mutation-testing.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions & { inProcess: object }}
 */
export default {
  plugins: [`${import.meta.dirname}/test/mutation/runner.ts`],
  testRunner: 'in-process',
  inProcess: {
    tests: (
      process.env.MUTATION_TESTS ??
      'test/{domain,method,dispatch,ingest,rollup,report,sweep,sync-now,explain,store}/**/*.test.ts'
    ).split(' '),
    // Milliseconds of processor: a test that takes longer is left out, and a mutant that outlives the budget has survived.
    slowest: Number(process.env.MUTATION_SLOWEST ?? 600),
    budget: Number(process.env.MUTATION_BUDGET ?? 3000),
  },
  mutate: [
    'lambdas/{domain,store,ingest,rollup,report,sweep,dispatch,sync-now,explain}/**/*.ts',
    // Doors of functions: tested where they are deployed, not in a process.
    '!lambdas/*/handler.ts',
  ],
  // What runs once as a module loads, while no test runs, is not told apart by tests.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // An endless loop ends by its number of hits; only what waits for ever needs the clock, which is long: the machine may be busy.
  timeoutMS: 10_000,
  // The first run of all tests, with what each touches, on a machine that others use too.
  dryRunTimeoutMinutes: 60,
  incremental: true,
  incrementalFile: '.stryker-tmp/incremental.json',
  tempDirName: '.stryker-tmp/sandboxes',
  ignorePatterns: ['.stryker-tmp', 'cdk.out', 'dist', 'bench', 'infra', '.ci', '.github'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: '.stryker-tmp/mutation.json' },
  htmlReporter: { fileName: '.stryker-tmp/mutation.html' },
  thresholds: { high: 95, low: 85, break: 85 },
};
