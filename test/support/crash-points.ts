import { Crash } from './intercept.ts';

/** Where a call breaks: its request is lost, only part of it is applied, or its answer is lost. */
export const BREAKS = ['before', 'half', 'after'] as const;
export type Break = (typeof BREAKS)[number];

/**
 * What happens after the call that breaks. `stage`: the next stages run all the same, as messages that were under way.
 * `run`: nothing more runs, as with a process that is killed. `from`: every further call breaks too, in the other stages
 * as well: a store or a network that is gone.
 */
export const LASTINGS = ['stage', 'run', 'from'] as const;
export type Lasting = (typeof LASTINGS)[number];

/** The `k`th I/O call of a run (from 0) breaks. */
export interface CrashPoint {
  readonly k: number;
  readonly when: Break;
  readonly lasting: Lasting;
}

/** Calls that are several requests or cells, of which some may be applied; others are never broken in half. */
const MANY = ['putItems', 'mergeSeen', 'writeColumn'];

/** Counts the I/O calls of a run over all ports, and breaks those of a crash point. */
export class CrashPlan {
  /** Methods in the order in which they were called. */
  readonly calls: string[] = [];
  /** The method that broke first. */
  broke: string | undefined;
  private readonly point: CrashPoint | undefined;

  constructor(point?: CrashPoint) {
    this.point = point;
  }

  get ended(): boolean {
    return this.broke !== undefined && this.point?.lasting === 'run';
  }

  /** How the next call breaks, if it does. */
  next(method: string): Break | undefined {
    const { point } = this;
    const n = this.calls.push(method) - 1;
    if (!point || n < point.k || (n > point.k && (point.lasting !== 'from' || this.broke === undefined)))
      return undefined;
    if (point.when === 'half' && !MANY.includes(method)) return this.broke === undefined ? undefined : 'before';
    this.broke ??= `call ${n}, ${method}, ${point.when}, ${point.lasting}`;
    return point.when;
  }
}

/** Which calls of a run can break so. */
export const breakableCalls = (calls: readonly string[], when: Break): number[] =>
  calls.flatMap((method, k) => (when === 'half' && !MANY.includes(method) ? [] : [k]));

/** A port whose calls break as planned. */
export function breakable<P extends object>(port: P, plan: CrashPlan): P {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (name === 'listItems') return (...args: unknown[]) => listing(Reflect.apply(value, target, args), plan);
      return async (...args: unknown[]) => {
        const when = plan.next(name);
        if (when === 'half') await Reflect.apply(value, target, halfOf(args));
        if (when === 'before' || when === 'half') throw new Crash(plan.broke);
        const result: unknown = await Reflect.apply(value, target, args);
        if (when === 'after') throw new Crash(plan.broke);
        return result;
      };
    },
  });
}

/** A listing is one request a page; here two pages. */
async function* listing(items: AsyncIterable<unknown>, plan: CrashPlan): AsyncGenerator<unknown> {
  if (plan.next('listItems') !== undefined) throw new Crash(plan.broke);
  let listed = 0;
  for await (const item of items) {
    if (listed++ === 20 && plan.next('listItems') !== undefined) throw new Crash(plan.broke);
    yield item;
  }
}

/** The same call with every second item, in no order that anybody relies on: requests go out side by side. */
function halfOf(args: readonly unknown[]): unknown[] {
  return args.map((arg) => {
    if (Array.isArray(arg)) return arg.filter((_, i) => i % 2 === 1);
    return arg instanceof Map ? new Map([...arg].filter((_, i) => i % 2 === 1)) : arg;
  });
}
