import type { Around } from './intercept.ts';

/** One who works through calls of ports; `gate` stands before each of them. */
export type Actor = (gate: Around) => Promise<unknown>;

/**
 * Runs actors side by side, one call of a port at a time, in an order that a test decides: `order` names, turn by turn,
 * who goes next of those that wait. `between` runs before every call, when nobody is at work.
 */
export async function interleave(
  actors: readonly Actor[],
  order: readonly number[],
  between: (call: number) => Promise<void> | void,
): Promise<PromiseSettledResult<unknown>[]> {
  const waiting: { readonly who: number; readonly go: () => void }[] = [];
  let over = false;
  const end = Promise.allSettled(
    actors.map((actor, who) => actor({ before: () => new Promise((go) => void waiting.push({ who, go })) })),
  ).then((results) => {
    over = true;
    return results;
  });
  for (let call = 0; !over; call++) {
    // Ports in memory answer within the microtasks of a turn: then everybody waits again, or is done.
    await new Promise(setImmediate);
    if (waiting.length === 0) continue;
    await between(call);
    const wanted = (order[call % order.length] ?? 0) % waiting.length;
    const [next] = [...waiting].sort((a, b) => a.who - b.who).slice(wanted);
    if (next) waiting.splice(waiting.indexOf(next), 1);
    next?.go();
  }
  return end;
}
