import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], seconds: number) => ({
  test: { name, include, testTimeout: seconds * 1000, hookTimeout: seconds * 1000 },
});

/** A browser beside other tests on two cores can be slow to draw: it is waited for, and what was clicked too soon is tried again. */
const browser = () => {
  const { test } = project('browser', ['test/browser/**/*.test.ts'], 120);
  return { test: { ...test, expect: { poll: { timeout: 20_000 } }, retry: 2 } };
};

/** Deploys to an emulator of AWS; its own time limits are with its tests. */
const cloud = () => {
  const { test } = project('cloud', ['test/cloud/**/*.test.ts'], 120);
  return { test: { ...test, globalSetup: ['test/support/aws-emulator-setup.ts'] } };
};

export default defineConfig({
  test: {
    // Vitest leaves a core to itself; much of what is tested waits for servers and disks.
    maxWorkers: 2,
    projects: [
      project(
        'unit',
        [
          'test/{domain,method,tabs,dispatch,ingest,rollup,report,sweep,sync-now,explain,runtime,infra,local,bench}/**/*.test.ts',
        ],
        30,
      ),
      project('integration', ['test/{google,sheets,drive,store,sheets-server}/**/*.test.ts'], 60),
      project('end-to-end', ['test/end-to-end/**/*.test.ts'], 120),
      // Seconds within `npm test`; at full length (`npm run test:resilience`) as long as it takes on a busy machine.
      project('resilience', ['test/resilience/**/*.test.ts'], process.env.LEADSHEET_TALLY ? 7200 : 1800),
      cloud(),
      browser(),
    ],
  },
});
