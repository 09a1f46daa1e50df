import type { Area } from '../a1.ts';
import type { Scalar } from './scalar.ts';

/** What a formula is made of. `chain`: operators of one precedence from left to right, flat, since people add long sums. */
export type Node =
  | { readonly kind: 'constant'; readonly value: Scalar }
  /** An argument left out: `IF(A1,,2)`. */
  | { readonly kind: 'missing' }
  /** `title` undefined: the tab that the formula stands on. */
  | { readonly kind: 'reference'; readonly title: string | undefined; readonly area: Area }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: '+' | '-'; readonly of: Node }
  | { readonly kind: 'percent'; readonly of: Node }
  | { readonly kind: 'chain'; readonly first: Node; readonly rest: readonly Link[] }
  /** `A1:INDEX(A:A,9)` */
  | { readonly kind: 'span'; readonly from: Node; readonly to: Node }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] }
  | Invocation;

export interface Link {
  readonly operator: string;
  readonly operand: Node;
}

export interface Invocation {
  readonly kind: 'call';
  /** In capitals. */
  readonly name: string;
  readonly args: readonly Node[];
  /** The call as written, when all that it depends on are cells that the text names: equal texts on a tab are worth the same. */
  readonly source: string | undefined;
}

export const MISSING: Node = { kind: 'missing' };
