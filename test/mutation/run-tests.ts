import { ancestry, type Declared, Skipped, type Suite } from './suite.ts';

export type Outcome = { readonly test: Declared; readonly milliseconds: number; readonly failure?: Error };

const isCleanup = (returned: unknown): returned is () => unknown => typeof returned === 'function';

/** Of the processor, not of the clock: others may be busy on the machine. */
const cpuMilliseconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/**
 * Runs tests one by one, in the order given, until `enough` says stop. Hooks of a suite run before its first test and at the end.
 * @param around told the id of each test as it begins, and `undefined` as it ends
 */
export async function runTests(
  tests: readonly Declared[],
  around: (id: string | undefined) => void,
  enough: (outcome: Outcome) => boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const begun = new Set<Suite>();
  const atTheEnd: (() => unknown)[] = [];
  const begin = async (suite: Suite) => {
    if (begun.has(suite)) return;
    begun.add(suite);
    atTheEnd.unshift(...suite.afterAll);
    for (const hook of suite.beforeAll) {
      const cleanup = await hook();
      if (isCleanup(cleanup)) atTheEnd.unshift(cleanup);
    }
  };
  for (const test of tests) {
    const started = process.cpuUsage();
    around(test.id);
    const failure = await failureOf(test, begin);
    around(undefined);
    const outcome = { test, milliseconds: cpuMilliseconds(started), ...(failure && { failure }) };
    outcomes.push(outcome);
    if (enough(outcome)) break;
  }
  for (const end of atTheEnd) await end();
  return outcomes;
}

async function failureOf(test: Declared, begin: (suite: Suite) => Promise<void>): Promise<Error | undefined> {
  const suites = ancestry(test.suite);
  const after = suites.toReversed().flatMap(({ afterEach }): (() => unknown)[] => afterEach);
  const skip = () => {
    throw new Skipped();
  };
  try {
    for (const suite of suites) await begin(suite);
    try {
      for (const hook of suites.flatMap(({ beforeEach }) => beforeEach)) {
        const cleanup = await hook();
        if (isCleanup(cleanup)) after.push(cleanup);
      }
      await test.run({ skip });
    } finally {
      for (const hook of after) await hook();
    }
  } catch (thrown) {
    return thrown instanceof Skipped ? undefined : asError(thrown);
  }
  return undefined;
}
