export interface Fleet {
  readonly workbooks: number;
  /** Service accounts; every five of them have a project of their own. */
  readonly accounts: number;
  /** Instead of the concurrency that is deployed. */
  readonly concurrency?: number;
  /** Whether ingest passes over hints of edits that it has already seen; the deployed one does not. */
  readonly dropsStaleHints?: boolean;
}
