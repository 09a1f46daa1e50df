/** What the bench gave this probe. */
export const input = <Input>(): Input => JSON.parse(process.argv[2] ?? 'null') as Input; // the bench agrees on the shape

/** The one thing that a probe prints. */
export const reply = (output: unknown): void => void process.stdout.write(JSON.stringify(output));

/** Milliseconds that `run` takes; garbage of what ran before is not on its account (`--expose-gc`). */
export async function timed(run: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  await run();
  return performance.now() - started;
}
