/** Says what is going on, on stderr, so that stdout stays for results. */
export interface Progress {
  /** Runs one step, and says how long it took. */
  step<T>(name: string, run: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }>;
  say(text: string): void;
}

const SLOW_MS = 300;

/** `quiet`: says nothing, only measures. */
export function progress(options: { readonly quiet?: boolean } = {}): Progress {
  const write = (text: string): void => {
    if (!options.quiet) process.stderr.write(text);
  };
  return {
    say: (text) => write(`${text}\n`),
    step: async (name, run) => {
      const start = performance.now();
      // Only a terminal can take a line back.
      const live = process.stderr.isTTY && !options.quiet;
      const waiting = setInterval(() => {
        if (live) write(`\r… ${name} (${seconds(start).toFixed(0)} s)`);
      }, SLOW_MS);
      try {
        const value = await run();
        write(`${live ? '\r\u001b[K' : ''}✓ ${name} (${seconds(start).toFixed(2)} s)\n`);
        return { value, seconds: seconds(start) };
      } catch (error) {
        write(`${live ? '\r\u001b[K' : ''}✗ ${name}\n`);
        throw error;
      } finally {
        clearInterval(waiting);
      }
    },
  };
}

const seconds = (start: number): number => (performance.now() - start) / 1000;
