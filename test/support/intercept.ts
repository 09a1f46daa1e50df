/** Thrown by an injected crash. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** What happens around a call of a port: it may wait, or throw (the request or its answer is lost). */
export interface Around {
  before?(method: string): Promise<void> | void;
  after?(method: string): Promise<void> | void;
}

/** The same port with something happening around each of its asynchronous calls. */
export function intercepted<P extends object>(port: P, around: Around): P {
  return new Proxy(port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || typeof name !== 'string' || name === 'listItems') return value;
      return async (...args: unknown[]) => {
        await around.before?.(name);
        const result: unknown = await Reflect.apply(value, target, args);
        await around.after?.(name);
        return result;
      };
    },
  });
}

/** Counts calls by name. */
export function counting(): Around & { readonly calls: Map<string, number>; of(...methods: string[]): number } {
  const calls = new Map<string, number>();
  return {
    calls,
    before(method) {
      calls.set(method, (calls.get(method) ?? 0) + 1);
    },
    of: (...methods) => methods.reduce((sum, method) => sum + (calls.get(method) ?? 0), 0),
  };
}

/** Crashes at the `k`th call (from 0), before it is applied or after. */
export function crashAt(k: number, when: 'before' | 'after'): Around & { readonly crashed: boolean } {
  let calls = 0;
  let crashed = false;
  const strike = (method: string): void => {
    crashed = true;
    throw new Crash(`${when} call ${k}, ${method}`);
  };
  return {
    get crashed() {
      return crashed;
    },
    before(method) {
      if (calls === k && when === 'before') strike(method);
    },
    after(method) {
      if (calls++ === k && when === 'after') strike(method);
    },
  };
}
