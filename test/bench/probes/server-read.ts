import { median } from '../median.ts';
import { bytesOf } from './sheets-http.ts';
import { input, reply, timed } from './talk.ts';

export interface ServerReadInput {
  /** A `values.get` without `valueRenderOption`. */
  readonly address: string;
  /** How many the answer has to hold, so that an answer cut short is no fast one. */
  readonly rows: number;
  readonly rounds: number;
}

export type Rendering = 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE';

export interface ReadTimes {
  readonly readMs: number;
  /** JSON.parse of the same bytes. */
  readonly yardstickMs: number;
  readonly bytes: number;
}

export type ServerReadOutput = Readonly<Record<Rendering, ReadTimes>>;

const { address, rows, rounds } = input<ServerReadInput>();

async function measured(rendering: Rendering): Promise<ReadTimes> {
  const read = () => bytesOf(`${address}?valueRenderOption=${rendering}&prettyPrint=false`);
  const decoder = new TextDecoder();
  let bytes = await read();
  const parse = () => JSON.parse(decoder.decode(bytes)) as { values: unknown[][] }; // as `values.get` answers
  const { length } = parse().values;
  if (length !== rows) throw new Error(`${rendering} answers ${length} rows, and ${rows} were expected`);
  const times: { read: number[]; yardstick: number[] } = { read: [], yardstick: [] };
  for (let round = 0; round < rounds; round++) {
    times.read.push(
      await timed(async () => {
        bytes = await read();
      }),
    );
    times.yardstick.push(await timed(parse));
  }
  return { readMs: median(times.read), yardstickMs: median(times.yardstick), bytes: bytes.length };
}

async function bothReads(): Promise<ServerReadOutput> {
  return {
    UNFORMATTED_VALUE: await measured('UNFORMATTED_VALUE'),
    FORMATTED_VALUE: await measured('FORMATTED_VALUE'),
  };
}

void bothReads().then(reply);
