import type { JsonObject } from '../json.ts';
import type { Mint } from '../mint.ts';
import type { Workbook } from '../model/workbook.ts';

/** One kind of request of `spreadsheets.batchUpdate`. `Plan` is the request, checked against the draft as it stands. */
export interface RequestKind<Plan> {
  readonly name: string;
  /** Checks and resolves; changes nothing. Throws an `ApiError` that says what is wrong. */
  check(draft: Workbook, request: JsonObject): Plan;
  /** Does it and returns the reply: `{}` for most kinds. */
  apply(draft: Workbook, plan: Plan, mint: Mint): JsonObject;
}

/** A kind whose plan nobody needs to know. */
export interface AnyRequestKind {
  readonly name: string;
  run(draft: Workbook, request: JsonObject, mint: Mint): JsonObject;
}

export const requestKind = <Plan>(kind: RequestKind<Plan>): AnyRequestKind => ({
  name: kind.name,
  run: (draft, request, mint) => kind.apply(draft, kind.check(draft, request), mint),
});
