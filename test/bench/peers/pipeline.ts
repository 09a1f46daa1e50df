import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a program tells of itself at its end. */
export interface Report {
  readonly peakMb: number;
  /** Of the processor, from the start until everything is stored. */
  readonly processorSeconds: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Seconds that a rate limit asked it to wait; they were not waited for. */
  readonly waitedFor: number;
}

export interface Command {
  readonly program: string;
  /** `{report}` stands for the file that it writes its report to. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A step that a program says it has done: rows read, figures in a tab, all that belongs there in DynamoDB. */
export type Step = 'read' | 'told' | 'stored';

export interface Ran {
  /** From the start of the processes to the end of the last one. */
  readonly seconds: number;
  /** Seconds from the start to each step. */
  readonly steps: ReadonlyMap<string, number>;
  /** Of all processes together; absent when their end was not waited for. */
  readonly report?: Report;
}

export interface PipelineOptions {
  /** Where reports are written. */
  readonly folder: string;
  /** All are ended as soon as the last one has done this step. */
  readonly until?: Step | undefined;
}

/** Fresh processes, each one's output the next one's input. Throws when one fails, with the end of what it said. */
export async function runPipeline(commands: readonly Command[], { folder, until }: PipelineOptions): Promise<Ran> {
  const files = commands.map((_, index) => join(folder, `report-${index}.json`));
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1000;
  const children = commands.map(({ program, args, env }, index) =>
    spawn(
      program,
      args.map((arg) => (arg === '{report}' ? (files[index] ?? '') : arg)),
      { env: { ...process.env, ...env } },
    ),
  );
  const ended = Promise.all(children.map(endOf));
  const steps = new Map<string, number>();
  const done = Promise.withResolvers<void>();
  for (const [index, { stdout }] of children.entries()) {
    const next = children[index + 1];
    if (next) stdout.pipe(next.stdin);
    else
      createInterface(stdout).on('line', (step) => {
        steps.set(step, since());
        if (step === until) done.resolve();
      });
  }
  await Promise.race([ended, done.promise]);
  const seconds = since();
  if (until === undefined) return { seconds, steps, report: totalOf(files.map(reportIn)) };
  for (const child of children) child.kill();
  await ended.catch(() => undefined);
  if (!steps.has(until)) throw new Error(`A program ended without having said "${until}".`);
  return { seconds, steps };
}

async function endOf(child: ChildProcessWithoutNullStreams): Promise<void> {
  let words = '';
  child.stderr.on('data', (part) => {
    words = `${words}${part}`.slice(-2000);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${child.spawnargs.slice(0, 4).join(' ')} ended with ${code}:\n${words}`);
}

const reportIn = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report; // written by our own programs

function totalOf(reports: readonly Report[]): Report {
  const sum = (figure: keyof Report): number => reports.reduce((total, report) => total + report[figure], 0);
  return {
    peakMb: sum('peakMb'),
    processorSeconds: sum('processorSeconds'),
    writeUnits: sum('writeUnits'),
    readUnits: sum('readUnits'),
    waitedFor: sum('waitedFor'),
  };
}
