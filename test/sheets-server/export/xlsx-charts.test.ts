import type { WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running } from '../support.ts';
import { addFullWorkbook } from './full-workbook.ts';
import { exported, part, readBack, xmlParts } from './support.ts';

describe('charts of an exported workbook', () => {
  let server: Running;
  let book: WorkBook;

  beforeAll(async () => {
    server = await running();
    await addFullWorkbook(server);
    book = readBack(await exported(server, 'full'));
  });
  afterAll(() => server.server.close());

  const chart = (number: number) => part(book, `xl/charts/chart${number}.xml`);

  it('are all there but those of kinds that Excel draws otherwise', () => {
    expect(xmlParts(book).filter((path) => /charts\/chart\d+\.xml$/.test(path))).toHaveLength(6);
    expect(part(book, 'xl/drawings/_rels/drawing1.xml.rels').match(/charts\/chart\d/g)).toHaveLength(6);
  });

  it('stand where they stood, to the pixel', () => {
    const drawing = part(book, 'xl/drawings/drawing1.xml');
    expect(drawing.match(/<xdr:oneCellAnchor>/g)).toHaveLength(6);
    expect(drawing).toContain(
      '<xdr:from><xdr:col>1</xdr:col><xdr:colOff>95250</xdr:colOff><xdr:row>13</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>' +
        '<xdr:ext cx="3810000" cy="1905000"/>',
    );
    expect(drawing).toContain('descr="Columns &lt;and&gt; a line"');
  });

  it('combine columns with a line that has an axis of its own', () => {
    const xml = chart(1);
    expect(xml).toMatch(/<c:barChart>.*<c:axId val="1"\/><c:axId val="2"\/><\/c:barChart><c:lineChart>/);
    expect(xml).toMatch(/<c:axId val="3"\/><c:axId val="4"\/><\/c:lineChart>/);
    expect(xml).toMatch(/<c:axId val="4"\/>.*?<c:axPos val="r"\/>.*?How often.*?<c:crosses val="max"\/>/);
    expect(xml).toContain('<c:max val="50"/><c:min val="0"/>');
    expect(xml).toContain('<a:ln w="28575" cap="rnd"><a:prstDash val="dash"/></a:ln>');
    expect(xml).toContain('<c:spPr><a:solidFill><a:srgbClr val="FF0000"/>');
    expect(xml).toMatch(/A COMBO &amp; more<.*>and a line</);
    expect(xml).toContain('<c:plotVisOnly val="0"/>');
    expect(xml).toContain('<c:legendPos val="b"/>');
  });

  it('point at their cells, and hold what is in them', () => {
    const xml = chart(1);
    expect(xml).toContain(
      '<c:tx><c:strRef><c:f>Rules!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Count<',
    );
    expect(xml).toContain('<c:cat><c:strRef><c:f>Rules!$A$2:$A$9</c:f>');
    expect(xml).toMatch(
      /<c:val><c:numRef><c:f>Rules!\$E\$2:\$E\$9<\/c:f><c:numCache><c:formatCode>0%<.*?<c:pt idx="7"><c:v>0.7</,
    );
    expect(chart(2)).toMatch(/<c:cat><c:numRef><c:f>Rules!\$C\$2:\$C\$9<\/c:f><c:numCache><c:formatCode>dd\/mm\/yyyy</);
  });

  it('are of every kind', () => {
    expect(chart(2)).toContain('<c:smooth val="1"/>');
    expect(chart(3)).toMatch(/<c:barDir val="bar"\/>.*<c:orientation val="maxMin"\/>.*<c:axPos val="l"\/>/);
    expect(chart(4)).toMatch(/<c:areaChart><c:grouping val="stacked"\/>/);
    expect(chart(5)).toMatch(/<c:scatterChart>.*<c:xVal><c:numRef>.*<c:yVal>/);
    expect(chart(6)).toMatch(/<c:doughnutChart>.*<c:holeSize val="50"\/>/);
  });
});
