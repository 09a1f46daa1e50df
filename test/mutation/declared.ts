import { mock } from 'node:test';
import { ancestry, type Context, type Declared, given, type Suite, suite } from './suite.ts';

/**
 * `describe`, `test` and the hooks as Vitest has them, as far as our tests use them: they note what is declared, so that the same tests
 * run many times in one process. A name is made unique by its number: rows of a table share the name of their test.
 */
let current: Suite = suite('');
let tests: Declared[] = [];

/** Loads a file of tests and returns those it declares. */
export async function declaredIn(file: string, load: () => Promise<unknown>): Promise<readonly Declared[]> {
  current = suite(file);
  tests = [];
  await load();
  return tests;
}

/** A body may come with a time limit after it, or with options before it; neither matters here. */
const bodyOf = (given: readonly unknown[]): ((...given: unknown[]) => void | Promise<void>) => {
  const body = given.find((part) => typeof part === 'function');
  if (!body) throw new Error('a test needs a body');
  return body as (...rest: unknown[]) => void | Promise<void>;
};

const declare = (name: string, run: Declared['run']) => {
  const path = [...ancestry(current).map((suite) => suite.name), name].join(' > ');
  tests.push({ id: `${path} #${tests.length}`, name: path, suite: current, run });
};

const declareSuite = (name: string, body: () => unknown) => {
  const outer = current;
  current = suite(name, outer);
  try {
    body();
  } finally {
    current = outer;
  }
};

export const test = Object.assign(
  (name: string, ...rest: unknown[]) => declare(name, (context: Context) => bodyOf(rest)(context)),
  {
    each:
      (rows: readonly unknown[]) =>
      (name: string, ...rest: unknown[]) => {
        for (const row of given(rows)) declare(name, () => bodyOf(rest)(...row));
      },
    for:
      (rows: readonly unknown[]) =>
      (name: string, ...rest: unknown[]) => {
        for (const row of rows) declare(name, (context) => bodyOf(rest)(row, context));
      },
  },
);
export const it = test;

export const describe = Object.assign((name: string, ...rest: unknown[]) => declareSuite(name, bodyOf(rest)), {
  each:
    (rows: readonly unknown[]) =>
    (name: string, ...rest: unknown[]) => {
      for (const row of given(rows)) declareSuite(name, () => bodyOf(rest)(...row));
    },
});

export const beforeAll = (hook: Suite['beforeAll'][number]) => current.beforeAll.push(hook);
export const afterAll = (hook: Suite['afterAll'][number]) => current.afterAll.push(hook);
export const beforeEach = (hook: Suite['beforeEach'][number]) => current.beforeEach.push(hook);
export const afterEach = (hook: Suite['afterEach'][number]) => current.afterEach.push(hook);
/** Of the clock alone, as our tests set it. */
export const vi = {
  useFakeTimers: ({ now }: { now: number }) => mock.timers.enable({ apis: ['Date'], now }),
  setSystemTime: (now: number) => mock.timers.setTime(now),
  useRealTimers: () => mock.timers.reset(),
};
export { expect } from 'vitest';
