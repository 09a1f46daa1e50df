import { startSheetsServer } from '../../../local/sheets-server/start.ts';
import { ACTIVITY_HEADER } from '../data/activity-rows.ts';
import { filledCells, gridFile } from '../data/grid.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { bytesOf, sending } from './sheets-http.ts';
import { input, reply, timed } from './talk.ts';

export interface ServerMillionInput {
  readonly dataDir: string;
  /** What to type into the one cell; without it the folder is made. */
  readonly note?: string;
}

export interface FillOutput {
  readonly cells: number;
}

export interface UseOutput {
  /** The cell before it was edited: what the process before this one has saved. */
  readonly found: string | undefined;
  readonly loadMs: number;
  readonly readMs: number;
  readonly saveMs: number;
  readonly closeMs: number;
  readonly loadedMb: number;
  readonly peakMb: number;
}

const ID = 'server-million';
/** 12 columns, of which half are filled in most rows: a million cells that hold something. */
const ROWS = 160_000;
const NOTES = ACTIVITY_HEADER.indexOf('Notes');

const { dataDir, note } = input<ServerMillionInput>();
void (note === undefined ? fill() : use(note)).then(reply);

async function fill(): Promise<FillOutput> {
  const file = gridFile(ID, { rows: ROWS, reps: 60, weeks: 26 });
  const server = await startSheetsServer({ dataDir });
  server.addWorkbook(file);
  await server.close();
  return { cells: filledCells(file) };
}

/** Starts a server on the folder, as somebody would the next morning. */
async function use(note: string): Promise<UseOutput> {
  const started = performance.now();
  const server = await startSheetsServer({ dataDir });
  const loadMs = performance.now() - started;
  const loadedMb = peakMemoryMb();
  const values = `${server.url}v4/spreadsheets/${ID}/values`;
  const row = `Activity!A${ROWS / 2}:L${ROWS / 2}`;
  let answer: Uint8Array = new Uint8Array();
  const readMs = await timed(async () => {
    answer = await bytesOf(`${values}/${row}`);
  });
  const read = JSON.parse(new TextDecoder().decode(answer)) as { values: string[][] }; // as `values.get` answers
  const cell = `${values}/Activity!K${ROWS / 2}?valueInputOption=USER_ENTERED`;
  const edit = sending('PUT', JSON.stringify({ values: [[note]] }));
  const saveMs = await timed(() => bytesOf(cell, edit));
  const closeMs = await timed(() => server.close());
  const found = read.values[0]?.[NOTES];
  return { found, loadMs, readMs, saveMs, closeMs, loadedMb, peakMb: peakMemoryMb() };
}
