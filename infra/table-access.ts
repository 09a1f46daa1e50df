/** Leave to do something with the table. */
export interface TableGrant {
  readonly actions: readonly string[];
  /** Partition keys that it is bounded to; absent = all of the table. */
  readonly partitions?: readonly string[];
}

const dynamodb = (...names: string[]): readonly string[] => names.map((name) => `dynamodb:${name}`);

const READ = dynamodb('GetItem', 'BatchGetItem', 'Query');
const TREES: TableGrant = { actions: [...READ, ...dynamodb('PutItem', 'BatchWriteItem')] };

/** As `lambdas/store/keys.ts` has them (a test compares). */
const REGISTRY = ['REGISTRY'];
const CLAIMS = ['CLAIM'];

/** What each function may do with the table. Nobody may scan it; only the sweep may delete. */
export const TABLE_ACCESS = {
  dispatch: [{ actions: dynamodb('GetItem', 'Query', 'PutItem', 'UpdateItem'), partitions: REGISTRY }],
  ingest: [TREES],
  rollup: [TREES],
  // It notes when the workbook is due next.
  report: [TREES, { actions: dynamodb('UpdateItem'), partitions: REGISTRY }],
  sweep: [{ actions: [...READ, ...dynamodb('DeleteItem')] }],
  syncNow: [
    { actions: dynamodb('GetItem'), partitions: REGISTRY },
    // Whoever finds a claim there looks whether it is its own, put by a try whose answer was lost.
    { actions: dynamodb('GetItem', 'PutItem'), partitions: CLAIMS },
  ],
} satisfies Record<string, readonly TableGrant[]>;
