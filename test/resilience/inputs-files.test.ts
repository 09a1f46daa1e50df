import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CellObject, utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../../local/import/import-file.ts';
import { leadsheet, withFolder } from '../support/e2e-command.ts';
import { tally } from '../support/tally.ts';
import { type WeirdService, weirdService } from '../support/weird-workbook.ts';

const HEADER = 'Date,Rep,Prospect,Activity,Outcome,Notes,Check';
const LINES = [HEADER, '2026-11-19,Ann,Acme,Ask,Sent,one,', '2026-11-19,Ben,Beta,Ask,Sent,two,'];
const inside = (line: number, column: number, text: string): string[] =>
  LINES.map((each, at) => (at === line ? each.split(',').with(column, text).join(',') : each));

/** A .csv, and what comes of it: rows read and rejected, or the words that refuse it. */
const CSVS: Readonly<Record<string, readonly [content: string | Buffer, gives: readonly [number, number] | RegExp]>> = {
  'line ends of old Macs, CR alone': [LINES.join('\r'), [2, 0]],
  'line ends of Windows, and none at the end': [LINES.join('\r\n'), [2, 0]],
  'line ends of all three kinds': [`${LINES[0]}\r${LINES[1]}\r\n${LINES[2]}\n\n\r\n`, [2, 0]],
  'CR inside a quoted cell': [inside(1, 2, '"Ac\rme"').join('\r\n'), [2, 0]],
  'a byte order mark': [`\ufeff${LINES.join('\n')}`, [2, 0]],
  'two byte order marks': [`\ufeff\ufeff${LINES.join('\n')}`, [2, 0]],
  '255 empty columns, on every line': [LINES.map((line) => line + ','.repeat(255)).join('\n'), [2, 0]],
  'a title and an empty line above the header': [`Sales 2026\n\n${LINES.join('\n')}`, [2, 0]],
  'semicolons and quotes': [LINES.join('\n').replaceAll(',', ';').replace('Acme', '"Ac;me ""x"""'), [2, 0]],
  'formulas in every column': [`${HEADER}\n${Array(4).fill('"=HYPERLINK(""http://127.0.0.1"")"').join(',')},x`, [1, 1]],
  'a formula as prospect': [inside(1, 2, '"=IMPORTDATA(""http://127.0.0.1"")"').join('\n'), [2, 0]],
  'error values': [inside(1, 2, '#REF!').join('\n'), [2, 1]],
  'the header again inside the data': [[...LINES, ...LINES].join('\n'), [4, 0]],
  'unseen marks around the dates, as chats add them': [inside(1, 0, '\u200e19/11/2026').join('\n'), [2, 0]],
  'names in many scripts': [inside(1, 1, 'مرحبا 👩‍👩‍👧 __proto__').join('\n'), [2, 0]],
  'a cell of 50,000 characters': [inside(1, 5, 'x'.repeat(50_000)).join('\n'), [2, 0]],
  'zero bytes': [inside(1, 1, 'A\u0000nn').join('\n'), /zero bytes/],
  'UTF-16': [Buffer.from(`\ufeff${LINES.join('\n')}`, 'utf16le'), /UTF-16/],
  'half of a surrogate pair, as CESU-8 writes it': [
    Buffer.from([...Buffer.from(`${HEADER}\n2026-11-19,`), 0xed, 0xa0, 0x80]),
    /not UTF-8: line 2/,
  ],
  'Windows-1252': [Buffer.from(inside(2, 1, 'Zo\u00eb').join('\n'), 'latin1'), /not UTF-8: line 3/],
  'a quote that is never closed': [inside(1, 2, '"Acme').join('\n'), /never closed/],
};

let service: WeirdService;
beforeAll(async () => {
  service = await weirdService();
});
afterAll(() => service.close());

describe('a .csv with', () => {
  test.each(Object.entries(CSVS))('%s', async (_, [content, gives]) => {
    await withFolder(async (folder) => {
      const file = join(folder, 'rows.csv');
      await writeFile(file, content);
      const book = importFile(file, { locale: 'en_GB', timeZone: 'Europe/London' });
      if (gives instanceof RegExp) {
        await expect(book).rejects.toThrow(gives);
        return tally('bad inputs', 1);
      }
      const outcome = await service.runBook(await book);
      expect([outcome.stop, outcome.read, outcome.rejected]).toEqual([undefined, ...gives]);
    });
  });
});

const text = (v: string): CellObject => ({ t: 's', v });
const header = ['Date', 'Rep', 'Prospect', 'Activity', 'Outcome'].map(text);
const date: CellObject = { t: 'n', v: 46_345, z: 'yyyy-mm-dd' };

test('an .xlsx with merged, hidden and filtered rows, errors and formulas: what is saved counts, hidden or not', () =>
  withFolder(async (folder) => {
    const cells = [
      header,
      [date, text('Ann'), text('Acme'), text('Ask'), text('Sent')],
      [{ t: 'z' } as CellObject, { t: 'z' } as CellObject, text('Merged'), text('Ask'), text('Sent')],
      [date, text('Ben'), text('Hidden'), text('Ask'), text('Sent')],
      [date, text('Ben'), text('Filtered'), text('Ask'), text('Sent')],
      [date, { t: 'e', v: 0x2a } as CellObject, text('Error as rep'), text('Ask'), text('Sent')],
      [date, text('Ben'), { t: 'e', v: 0x17 } as CellObject, text('Ask'), text('Sent')],
      [
        date,
        text('=1+1'),
        { t: 's', v: 'computed', f: 'CONCATENATE("comp","uted")' } as CellObject,
        text('Ask'),
        text('Sent'),
      ],
    ];
    const sheet = utils.aoa_to_sheet(cells.map((row) => row.map(() => null)));
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        sheet[utils.encode_cell({ r, c })] = cell;
      });
    });
    sheet['!ref'] = `A1:E${cells.length}`;
    sheet['!merges'] = [utils.decode_range('A2:A3'), utils.decode_range('B2:B3')];
    sheet['!rows'] = [{}, {}, {}, { hidden: true }, { hidden: true }];
    sheet['!autofilter'] = { ref: `A1:E${cells.length}` };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Activity');
    const file = join(folder, 'book.xlsx');
    await writeFile(file, write(book, { type: 'buffer' }) as Buffer);
    const outcome = await service.runBook(await importFile(file, { locale: 'en_GB', timeZone: 'Europe/London' }));
    // Rejected: the row below the merged one has no date, and a failed formula is no prospect.
    expect([outcome.stop, outcome.read, outcome.rejected]).toEqual([undefined, 7, 2]);
    expect(outcome.problems).toMatchObject({ 'no date': 1, 'no rep': 1, 'no prospect': 1 });
    expect(outcome.tab('Week').map(([name]) => name)).toEqual(expect.arrayContaining(['Ann', 'Ben', '=1+1']));
  }));

describe('the files of leadsheet run', () => {
  const RUN = ['=cmd|x!A0', '+1+1', '-1+1', '@SUM(A1)', '＝1+1', "'=1", '=HYPERLINK("http://127.0.0.1","Acme")'];

  test('run nothing when a spreadsheet program opens them, and read back as they were', () =>
    withFolder(async (folder) => {
      const rows = RUN.flatMap((name, at) => [
        ['2026-11-19', name, name, name, 'Ask', name, '5', `${at}`],
        ['2026-11-19', name, name, name, 'Close', 'Booked', '-7', ''],
        ['2026-11-19', name, name, name, name, name, name, ''],
      ]);
      const columns = ['Date', 'Rep', 'Prospect', 'Deal', 'Activity', 'Outcome', 'Amount', 'Notes'];
      const file = join(folder, 'rows.csv');
      await writeFile(file, Papa.unparse([columns, ...rows]));
      const out = join(folder, 'out');
      const ended = await leadsheet('run', file, '--out', out, '--as-of', '2026-11-20', '--quiet');
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.csv'));
      expect(names.length).toBeGreaterThan(8);
      for (const name of names) {
        const { data } = Papa.parse<string[]>(await readFile(join(out, name), 'utf8'));
        const running = data
          .flat()
          .filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^[-+]?[\d.,\s]*%?$/.test(cell));
        expect(running, name).toEqual([]);
      }
      const back = await importFile(join(out, 'reps.csv'));
      const reps = back.tabs[0]?.rows.slice(1).map(([rep]) => rep) ?? [];
      expect(reps.filter((rep) => RUN.some((name) => name.replace(/^'/, '').normalize('NFKC') === rep))).toHaveLength(
        RUN.length,
      );
      const problems = await readFile(join(out, 'problems.csv'), 'utf8');
      expect(problems).toContain(`Activity,rejected: activity unknown`);
      tally('bad inputs', RUN.length);
    }));

  test('a zip bomb is refused before it is unpacked', () =>
    withFolder(async (folder) => {
      const bomb = join(folder, 'bomb.csv.gz');
      // A .gz may have several members: 600 times a million blanks.
      const member = gzipSync(Buffer.alloc(1_000_000, ' '));
      await writeFile(bomb, Buffer.concat(Array<Buffer>(600).fill(member)));
      await expect(importFile(bomb)).rejects.toThrow(/unpacks to more than 512 MB/);
      tally('bad inputs', 1);
    }));
});
