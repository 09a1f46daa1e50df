import { fileURLToPath } from 'node:url';
import type { Command } from './pipeline.ts';
import type { TapFiles } from './singer-catalog.ts';

/** What is done with the sheet, in this order. */
export const WORKS = ['first load', 'unchanged', '1 % changed', '100 % changed'] as const;
export type Work = (typeof WORKS)[number];

export interface Peer {
  readonly name: string;
  /** Writes weekly figures into a tab; the others only bring rows into DynamoDB. */
  readonly tellsFigures: boolean;
  /** Those that are measured. */
  readonly works: readonly Work[];
  readonly commands: readonly Command[];
}

export interface PeerPlaces {
  /** Runs the Node script with what a program is told. */
  node(program: string, env: Readonly<Record<string, string>>): Command;
  /** What every script is told. */
  readonly env: Readonly<Record<string, string>>;
  /** Absent where there is no Python, and with it three of four peers. */
  readonly python?: {
    readonly program: string;
    readonly tap: TapFiles;
    /** Where dlt keeps what it knows between runs. */
    readonly kept: string;
  };
}

/** Who reads and writes everything each time does the same whatever has changed: one sync of theirs is enough. */
const LOAD_AND_SYNC: readonly Work[] = ['first load', '1 % changed'];

/** Each has a table of its own. */
export const tableOf = (peer: string): string => `peer-${peer}`;

const script = (name: string): string => fileURLToPath(new URL(`scripts/${name}.py`, import.meta.url));

export function peersAt({ node, env, python }: PeerPlaces): Peer[] {
  const withTable = (peer: string): Readonly<Record<string, string>> => ({ ...env, TABLE: tableOf(peer) });
  const nodePeer: Peer = {
    name: 'google-spreadsheet',
    tellsFigures: true,
    works: python ? LOAD_AND_SYNC : WORKS,
    commands: [node('google-spreadsheet-script', withTable('google-spreadsheet'))],
  };
  if (!python) return [nodePeer];
  const { program, tap, kept } = python;
  const run = (of: Readonly<Record<string, string>>, ...args: string[]): Command => ({
    program,
    args: [script('run'), '{report}', ...args],
    env: of,
  });
  const { GOOGLE_URL: _, ...target } = withTable('tap-google-sheets');
  const quiet = { RUNTIME__DLTHUB_TELEMETRY: 'false', RUNTIME__LOG_LEVEL: 'ERROR' };
  return [
    {
      name: 'analyst',
      tellsFigures: true,
      works: WORKS,
      commands: [run(withTable('analyst'), script('analyst'))],
    },
    nodePeer,
    {
      name: 'tap-google-sheets',
      tellsFigures: false,
      works: LOAD_AND_SYNC,
      commands: [
        run(env, 'tap_google_sheets', '--config', tap.config, '--catalog', tap.catalog),
        run(target, script('singer_target')),
      ],
    },
    {
      name: 'dlt',
      tellsFigures: false,
      works: LOAD_AND_SYNC,
      commands: [run({ ...withTable('dlt'), ...quiet, KEPT: kept }, script('dlt_pipeline'))],
    },
  ];
}
