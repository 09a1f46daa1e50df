import { median } from '../median.ts';
import { bytesOf, sending } from './sheets-http.ts';
import { input, reply, timed } from './talk.ts';

export interface ServerWriteInput {
  /** Of `spreadsheets.batchUpdate`. */
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
  readonly rounds: number;
}

export interface ServerWriteOutput {
  /** The first of the process. */
  readonly firstMs: number;
  readonly laterMs: number;
  /** JSON.parse of the same request. */
  readonly yardstickMs: number;
  readonly bytes: number;
}

const { address, rows, columns, rounds } = input<ServerWriteInput>();

/** Other values each round, so that no write is one of what stands there. */
function request(round: number): string {
  const cell = (row: number, column: number) => ({
    userEnteredValue:
      column % 2 === 0 ? { numberValue: row * columns + column + round } : { stringValue: `Call ${row}, ${round}` },
    userEnteredFormat: {
      numberFormat: { type: 'NUMBER', pattern: '#,##0.0' },
      backgroundColorStyle: { rgbColor: { red: 1, green: (row % 5) / 4, blue: 0.5 } },
      textFormat: { bold: column === 0, fontSize: 10 + (round % 2) },
      horizontalAlignment: 'RIGHT',
    },
  });
  const lines = Array.from({ length: rows }, (_, row) => ({
    values: Array.from({ length: columns }, (_, column) => cell(row, column)),
  }));
  const start = { sheetId: 0, rowIndex: 1, columnIndex: 0 };
  return JSON.stringify({
    requests: [{ updateCells: { start, rows: lines, fields: 'userEnteredValue,userEnteredFormat' } }],
  });
}

async function measured(): Promise<ServerWriteOutput> {
  const writes: number[] = [];
  const yardstick: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const body = request(round);
    bytes = Buffer.byteLength(body);
    writes.push(await timed(() => bytesOf(address, sending('POST', body))));
    yardstick.push(await timed(() => JSON.parse(body)));
  }
  const [firstMs = 0, ...later] = writes;
  return { firstMs, laterMs: median(later), yardstickMs: median(yardstick), bytes };
}

void measured().then(reply);
