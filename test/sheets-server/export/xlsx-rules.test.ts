import type { WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running } from '../support.ts';
import { addFullWorkbook } from './full-workbook.ts';
import { exported, part, readBack, xmlParts } from './support.ts';
import { expectWellFormed } from './well-formed.ts';

describe('what an exported workbook has besides values', () => {
  let server: Running;
  let book: WorkBook;
  let sheet = '';
  let styles = '';

  beforeAll(async () => {
    server = await running();
    await addFullWorkbook(server);
    book = readBack(await exported(server, 'full'));
    sheet = part(book, 'xl/worksheets/sheet1.xml');
    styles = part(book, 'xl/styles.xml');
  });
  afterAll(() => server.server.close());

  const at = (ref: string) => book.Sheets.Rules?.[ref];
  const all = (pattern: RegExp) => [...sheet.matchAll(pattern)].map(([text]) => text);
  /** The look of a cell, as the styles list it. */
  const lookOf = (ref: string) => {
    const index = Number(new RegExp(`<c r="${ref}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
    return [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)][index]?.[0];
  };

  it('has notes', () => {
    const notes = part(book, 'xl/comments1.xml');
    expect(notes).toMatch(/<comment ref="A10".*?<t>First line\nsecond &lt;line&gt;<\/t>/);
    expect(part(book, 'xl/drawings/vmlDrawing1.vml')).toMatch(/<x:Row>9<\/x:Row><x:Column>0<\/x:Column>/);
  });

  it('has links, within the workbook too, and none that run programs', () => {
    expect(at('B10').l).toMatchObject({ Target: 'https://example.com/a%20b?x=1&y=2' });
    expect(sheet).toContain('<hyperlink ref="C10" location="&apos;It&apos;&apos;s 2&apos;!B2"/>');
    expect(at('D10')).toMatchObject({ v: 'bad' });
    expect(at('D10').l).toBeUndefined();
    expect(at('E10')).toMatchObject({ f: `HYPERLINK("#'It''s 2'!C3","go")`, v: 'go' });
  });

  it('has text of several looks', () => {
    expect(at('F10').v).toBe('plain and bold');
    expect(sheet).toMatch(/<t xml:space="preserve">plain and <\/t><\/r><r><rPr><b\/>/);
  });

  it('has rotated and wrapped text, and borders', () => {
    expect(lookOf('G10')).toContain('<alignment wrapText="true" textRotation="135"/>');
    expect(styles).toMatch(/<left style="dotted">.*?<top style="thick"><color rgb="FFFF0000"\/>/);
  });

  it('has sparklines', () => {
    expect(sheet).toMatch(/<x14:sparklineGroup type="column".*?FF00FF00.*?<xm:f>Rules!\$B\$2:\$B\$9<.*?<xm:sqref>H10</);
  });

  it('has conditional formats that ask the same, without those that only Google computes', () => {
    const formats = [...sheet.matchAll(/sqref="([^"]*)">((?:<cfRule type="expression".*?<\/cfRule>)+)/g)].flatMap(
      ([, range, rules = '']) =>
        [...rules.matchAll(/priority="(\d+)".*?<formula>(.*?)<\/formula>/g)].map(
          ([, priority, formula]) => `${priority} ${range} ${formula}`,
        ),
    );
    expect(formats.sort()).toEqual([
      '1 B2:B9 AND(ISNUMBER(B2),B2&gt;10)',
      '2 A2:A9 ISNUMBER(SEARCH("a*""b",A2))',
      '3 A2:A9 $B2+A2&gt;Rules!B$1',
      '4 D2:D9 $B2+D2&gt;Rules!E$1',
      '5 C2:C9 AND(ISNUMBER(C2),INT(C2)&lt;TODAY())',
      '6 C2:C9 AND(ISNUMBER(C2),INT(C2)&gt;=MIN(46327,TODAY()),INT(C2)&lt;=MAX(46327,TODAY()))',
      '7 A2:A9 LEN(A2)&gt;0',
    ]);
    expect(styles).toContain('<dxf><font><b/><color rgb="FFFF0000"/></font></dxf>');
    expect(styles).toMatch(/<dxf><fill><patternFill patternType="solid"><bgColor rgb="FFFF0000"\/>/);
  });

  it('has colour scales', () => {
    expect(sheet).toContain(
      '<colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="num" val="100"/>' +
        '<color rgb="FFFF0000"/><color rgb="FFFFFF00"/><color rgb="FF00FF00"/></colorScale>',
    );
  });

  it('asks the same of what is typed', () => {
    const rules = all(/<dataValidation .*?<\/dataValidation>/g);
    expect(rules[0]).toMatch(/type="decimal" sqref="B2:B9" operator="between".*<formula1>0<.*<formula2>100</);
    expect(rules[1]).toMatch(/type="date" sqref="C2:C9" operator="greaterThan".*<formula1>46023</);
    expect(rules[2]).toMatch(/type="custom" sqref="D2:D9".*<formula1>RIGHT\(D2,LEN\("!"\)\)="!"</);
  });

  it('has merges, the filter, the colour of the tab and named ranges', () => {
    expect(sheet).toContain('<mergeCell ref="A11:B12"/>');
    expect(sheet).toContain('<autoFilter ref="A1:D9"/>');
    expect(sheet).toContain('<tabColor rgb="FF0000FF"/>');
    expect(book.Workbook?.Names).toContainEqual(
      expect.objectContaining({ Name: 'totals', Ref: "'It''s 2'!$A$1:$B$3" }),
    );
  });

  it('has hidden rows and columns, also behind the last cell, and groups', () => {
    expect(sheet).toContain('<row r="31" hidden="1"/>');
    // By the filter.
    expect(sheet).toContain('<row r="9" hidden="1">');
    expect(sheet).toMatch(/<col min="13" max="13" [^>]*hidden="true"/);
    expect(sheet).toMatch(/<col min="9" max="9" [^>]*outlineLevel="1"/);
    expect(all(/<row r="[3-8]"[^>]*>/g)).toEqual([
      '<row r="3">',
      '<row r="4" hidden="1" outlineLevel="1">',
      '<row r="5" hidden="1" outlineLevel="2">',
      '<row r="6" hidden="1" outlineLevel="2">',
      '<row r="7" hidden="1" outlineLevel="1">',
      '<row r="8" collapsed="1">',
    ]);
    expect(sheet).toContain('<outlinePr summaryBelow="1" summaryRight="1"/>');
  });

  it('protects the tabs that are protected as a whole, but for what is open there', () => {
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(part(book, 'xl/worksheets/sheet2.xml')).not.toContain('<sheetProtection');
    expect(lookOf('A2')).toContain('<protection locked="0"/>');
    expect(lookOf('A3')).toContain('<protection locked="0"/>');
    expect(sheet).toContain('<c r="A4" t="s">');
  });

  it('is well-formed XML', () => {
    for (const path of xmlParts(book)) expectWellFormed(part(book, path), path);
  });
});
