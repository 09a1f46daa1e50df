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
  /** Its rows are here. */
  readonly table: string;
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

const script = (name: string): string => fileURLToPath(new URL(`scripts/${name}.py`, import.meta.url));

export function peersAt({ node, env, python }: PeerPlaces): Peer[] {
  const tableOf = (peer: string): string => `${env.SPREADSHEET}-${peer}`;
  const withTable = (peer: string): Readonly<Record<string, string>> => ({ ...env, TABLE: tableOf(peer) });
  const nodePeer: Peer = {
    name: 'google-spreadsheet',
    tellsFigures: true,
    table: tableOf('google-spreadsheet'),
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
      table: tableOf('analyst'),
      commands: [run(withTable('analyst'), script('analyst'))],
    },
    nodePeer,
    {
      name: 'tap-google-sheets',
      tellsFigures: false,
      table: tableOf('tap-google-sheets'),
      commands: [
        run(env, 'tap_google_sheets', '--config', tap.config, '--catalog', tap.catalog),
        run(target, script('singer_target')),
      ],
    },
    {
      name: 'dlt',
      tellsFigures: false,
      table: tableOf('dlt'),
      commands: [run({ ...withTable('dlt'), ...quiet, KEPT: kept }, script('dlt_pipeline'))],
    },
  ];
}
