import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellLayout, StyleName } from '../tabs/layout.ts';
import { COLOURS, colourStyle } from './colours.ts';

type Format = sheets_v4.Schema$CellFormat;

const COUNT: Format = { numberFormat: { type: 'NUMBER', pattern: '#,##0' }, horizontalAlignment: 'RIGHT' };
const DECIMAL: Format = { numberFormat: { type: 'NUMBER', pattern: '#,##0.0' }, horizontalAlignment: 'RIGHT' };
const PERCENT: Format = { numberFormat: { type: 'PERCENT', pattern: '0.0%' }, horizontalAlignment: 'RIGHT' };
/** Without a symbol: the workbook's locale does not tell the currency in which the team sells. */
const MONEY: Format = { numberFormat: { type: 'CURRENCY', pattern: '#,##0' }, horizontalAlignment: 'RIGHT' };
/** Can be read in one way only, whatever the locale. */
const DATE: Format = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' }, horizontalAlignment: 'RIGHT' };

const WRAP: Format = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };

const HEAD: Format = {
  backgroundColorStyle: colourStyle(COLOURS.headBackground),
  borders: { bottom: { style: 'SOLID', colorStyle: colourStyle(COLOURS.line) } },
  textFormat: { bold: true, foregroundColorStyle: colourStyle(COLOURS.ink) },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'WRAP',
};

const bold = (format: Format): Format => ({ ...format, textFormat: { bold: true } });
const muted = (format: Format): Format => ({
  ...format,
  textFormat: { foregroundColorStyle: colourStyle(COLOURS.grey) },
});
/** The words in the cell carry the verdict, colour and weight only point at it. */
const verdict = (colour: string, weight: { bold?: true } = {}): Format => ({
  textFormat: { ...weight, foregroundColorStyle: colourStyle(colour) },
});

/** What each style means in Sheets. What is not said is the workbook's default. */
export const STYLES: Readonly<Record<StyleName, Format>> = {
  title: { textFormat: { bold: true, fontSize: 14, foregroundColorStyle: colourStyle(COLOURS.ink) } },
  stamp: muted({}),
  banner: {
    backgroundColorStyle: colourStyle(COLOURS.bannerBackground),
    textFormat: { bold: true, foregroundColorStyle: colourStyle(COLOURS.banner) },
  },
  heading: { textFormat: { bold: true, fontSize: 11, foregroundColorStyle: colourStyle(COLOURS.ink) } },
  head: { ...HEAD, horizontalAlignment: 'LEFT' },
  'head-right': { ...HEAD, horizontalAlignment: 'RIGHT' },
  text: {},
  strong: bold({}),
  muted: muted({}),
  wrap: WRAP,
  'wrap-strong': bold(WRAP),
  'wrap-muted': muted(WRAP),
  // What stands beside wrapped text begins with its first line.
  label: bold({ verticalAlignment: 'TOP' }),
  count: COUNT,
  'count-strong': bold(COUNT),
  'count-muted': muted(COUNT),
  'count-top': { ...COUNT, verticalAlignment: 'TOP' },
  // A mark before the number: its digits stay below those of the others.
  'restated-count': { ...COUNT, numberFormat: { type: 'NUMBER', pattern: '"*"#,##0' } },
  decimal: DECIMAL,
  hundredths: { ...DECIMAL, numberFormat: { type: 'NUMBER', pattern: '0.00' } },
  percent: PERCENT,
  'percent-strong': bold(PERCENT),
  'percent-muted': muted(PERCENT),
  money: MONEY,
  'money-strong': bold(MONEY),
  date: DATE,
  good: verdict(COLOURS.good),
  caution: verdict(COLOURS.caution, { bold: true }),
  bad: verdict(COLOURS.bad, { bold: true }),
  'bad-top': { ...verdict(COLOURS.bad, { bold: true }), verticalAlignment: 'TOP' },
  spark: { verticalAlignment: 'MIDDLE' },
};

/** An empty cell shows nothing but what is behind it. */
const EMPTY = stripped((_name, { backgroundColorStyle, borders }) => ({
  ...(backgroundColorStyle && { backgroundColorStyle }),
  ...(borders && { borders }),
}));
/** A number stands right by itself: what it needs of a style is less. */
const BARE = stripped((_name, { horizontalAlignment: _right, ...format }) => format);
/** An integer below a thousand looks the same without a number format. */
const BARE_COUNT = stripped((name, { horizontalAlignment: _right, numberFormat, ...format }) =>
  name.startsWith('count') || numberFormat === undefined ? format : { ...format, numberFormat },
);

/** Text is shown as it is, whatever the number format. */
const BARE_TEXT = stripped((_name, { numberFormat: _none, ...format }) => format);

/**
 * The format that shows `value` in a style. Says only what makes a difference, because it is repeated in every cell:
 * on tables of small counts that is two thirds of the request.
 */
export function formatFor(style: StyleName, value: CellLayout['value']): Format {
  if (value === undefined || value === '') return EMPTY[style];
  if (typeof value === 'string') return BARE_TEXT[style];
  if (typeof value !== 'number') return STYLES[style];
  return Number.isInteger(value) && Math.abs(value) < 1000 ? BARE_COUNT[style] : BARE[style];
}

function stripped(strip: (name: StyleName, format: Format) => Format): Readonly<Record<StyleName, Format>> {
  // The keys are those of STYLES, which has them all.
  const entries = Object.entries(STYLES) as [StyleName, Format][];
  return Object.fromEntries(
    entries.map(([name, format]) => [name, name.startsWith('head') ? format : strip(name, format)]),
  ) as Record<StyleName, Format>;
}
