/** Tests as they are declared in a file: a tree of suites, each with what is done before and after its tests. */
type Done = void | Promise<void>;
/** May return what undoes it. */
type Before = () => unknown;

export type Suite = {
  readonly name: string;
  readonly parent?: Suite;
  readonly beforeAll: Before[];
  readonly afterAll: (() => Done)[];
  readonly beforeEach: Before[];
  readonly afterEach: (() => Done)[];
};
export type Context = { readonly skip: () => never };
export type Declared = {
  readonly id: string;
  readonly name: string;
  readonly suite: Suite;
  readonly run: (context: Context) => Done;
};

/** Thrown by `skip()`: the test says that it has nothing to say here. */
export class Skipped extends Error {}

export const suite = (name: string, parent?: Suite): Suite => ({
  name,
  ...(parent && { parent }),
  beforeAll: [],
  afterAll: [],
  beforeEach: [],
  afterEach: [],
});

/** From the file down to the suite itself. */
export function ancestry(suite: Suite): Suite[] {
  return [...(suite.parent ? ancestry(suite.parent) : []), suite];
}

/** What `each` hands to its tests: the parts of each row where all are lists, or the rows. */
export const given = (rows: readonly unknown[]): unknown[][] =>
  rows.every((row) => Array.isArray(row)) ? rows.map((row) => [...row]) : rows.map((row) => [row]);
