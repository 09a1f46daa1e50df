import type { RunProbe } from './probe.ts';

/** `x` = a ratio of two measures of the same run. */
export type Unit =
  | 'x'
  | 'ms'
  | 's'
  | 'MB'
  | 'KB'
  | 'units'
  | 'units/row'
  | 'calls'
  | 'rows'
  | 'items'
  | 'tabs'
  | 'files'
  | 'workbooks';

export interface Figure {
  readonly value: number;
  readonly unit: Unit;
}

/** By name; a name that `budgets` holds too is judged. */
export type Figures = Readonly<Record<string, Figure>>;

/** One file `NAME.bench.ts` exports one of these as `bench`; the folder is the list of all. */
export interface Bench {
  readonly name: string;
  /** What is measured against what, in one sentence. */
  readonly about: string;
  /** Figure -> the most that it may be, in the unit of the figure. */
  readonly budgets?: Readonly<Record<string, number>>;
  /** Takes minutes of its own: a run without names leaves it out. */
  readonly onlyByName?: true;
  run(at: BenchContext): Promise<Figures>;
}

export interface BenchContext {
  /** So many fresh processes: `usual` of them, fewer when it has to be quick. */
  runs(usual: number): number;
  /** A program of `probes/` in a Node of its own. */
  readonly probe: RunProbe;
  /** A folder that is removed at the end. */
  readonly folder: string;
  /** A line on stderr. */
  progress(message: string): void;
}
