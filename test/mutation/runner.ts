import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StrykerOptions } from '@stryker-mutator/api/core';
import type {
  DryRunOptions,
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestRunner,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { declaredIn } from './declared.ts';
import { forget } from './forgetful.ts';
import { type Outcome, runTests } from './run-tests.ts';
import type { Declared } from './suite.ts';

/**
 * A test runner of Stryker that keeps code and tests loaded: a mutant costs the milliseconds of its tests, where a fresh worker of Vitest for
 * each of thousands of mutants costs a second. What this needs holds here: nothing in domain, store and stages
 * keeps state at module level, but for what it remembers, which is forgotten between tests.
 * Properties run with one seed, and do not look for their smallest counterexample.
 */
type Options = StrykerOptions & { inProcess: { tests: string[]; slowest: number; budget: number } };
/** What instrumented code reads and writes: see INSTRUMENTER_CONSTANTS of Stryker. */
type Instrumented = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
};
const global: { __stryker__?: Instrumented } = globalThis as { __stryker__?: Instrumented };
global.__stryker__ ??= {};
const instrumented = global.__stryker__;

/** Instead of Vitest what notes tests, and instead of what code remembers between tests what forgets. */
const declared = new URL('./declared.ts', import.meta.url).href;
const forgetful = new URL('./forgetful.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (specifier === 'vitest' && parent !== declared) return { url: declared, shortCircuit: true };
    if (specifier.endsWith('/remembered.ts') && parent.includes('/lambdas/'))
      return { url: forgetful, shortCircuit: true };
    return next(specifier, context);
  },
});

class InProcessRunner implements TestRunner {
  static inject = ['options'] as const;
  readonly #options: Options;
  #tests: readonly Declared[] = [];
  readonly #milliseconds = new Map<string, number>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Nothing is reloaded: `ignoreStatic` leaves only mutants that are switched on after loading. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    fc.configureGlobal({ seed: 7, endOnFailure: true });
    const files = globSync(this.#options.inProcess.tests).toSorted();
    const tests: Declared[] = [];
    for (const file of files) tests.push(...(await declaredIn(file, () => import(pathToFileURL(resolve(file)).href))));
    this.#tests = tests;
  }

  async dryRun(_: DryRunOptions): Promise<DryRunResult> {
    const { slowest } = this.#options.inProcess;
    const outcomes = await this.#run(this.#tests, () => false);
    const quick = outcomes.filter(({ milliseconds }) => milliseconds <= slowest);
    // On a busy machine a time limit of a test may strike once.
    const again = await this.#run(
      quick.flatMap(({ test, failure }) => (failure ? [test] : [])),
      () => false,
    );
    const left = [...quick.filter(({ failure }) => !failure), ...again];
    const coverage = instrumented.mutantCoverage ?? { static: {}, perTest: {} };
    for (const { test } of outcomes) if (!left.some((kept) => kept.test === test)) delete coverage.perTest[test.id];
    return {
      status: 'complete' as DryRunResult['status'] & 'complete',
      tests: left.map(asResult),
      mutantCoverage: coverage,
    };
  }

  async mutantRun({
    activeMutant,
    testFilter,
    hitLimit,
    mutantActivation,
  }: MutantRunOptions): Promise<MutantRunResult> {
    if (mutantActivation === 'static') throw new Error('set ignoreStatic: nothing is loaded anew for a mutant');
    const wanted = testFilter && new Set(testFilter);
    const time = ({ id }: Declared) => this.#milliseconds.get(id) ?? 0;
    const tests = (wanted ? this.#tests.filter(({ id }) => wanted.has(id)) : this.#tests).toSorted(
      (a, b) => time(a) - time(b),
    );
    Object.assign(instrumented, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let left = this.#options.inProcess.budget;
    const outcomes = await this.#run(tests, ({ failure, milliseconds }) => {
      left -= milliseconds;
      return failure !== undefined || left < 0;
    });
    const hits = instrumented.hitCount ?? 0;
    Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (hitLimit !== undefined && hits > hitLimit)
      return { status: 'timeout', reason: `${hits} hits` } as MutantRunResult;
    const killer = outcomes.find(({ failure }) => failure);
    return (
      killer
        ? {
            status: 'killed',
            killedBy: [killer.test.id],
            failureMessage: killer.failure?.message ?? '',
            nrOfTests: outcomes.length,
          }
        : { status: 'survived', nrOfTests: outcomes.length }
    ) as MutantRunResult;
  }

  #run(tests: readonly Declared[], enough: (outcome: Outcome) => boolean): Promise<Outcome[]> {
    return runTests(
      tests,
      (id) => {
        forget();
        instrumented.currentTestId = id;
      },
      (outcome) => {
        if (!instrumented.activeMutant) this.#milliseconds.set(outcome.test.id, outcome.milliseconds);
        return enough(outcome);
      },
    );
  }
}

const asResult = ({ test, milliseconds, failure }: Outcome) =>
  ({
    id: test.id,
    name: test.name,
    timeSpentMs: Math.round(milliseconds),
    ...(failure ? { status: 1, failureMessage: failure.stack ?? failure.message } : { status: 0 }),
  }) as never;

/** Of the options above, so that Stryker knows them. */
export const strykerValidationSchema = {
  properties: {
    inProcess: {
      type: 'object',
      required: ['tests', 'slowest', 'budget'],
      additionalProperties: false,
      properties: {
        tests: { type: 'array', items: { type: 'string' } },
        slowest: { type: 'number' },
        budget: { type: 'number' },
      },
    },
  },
};
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
