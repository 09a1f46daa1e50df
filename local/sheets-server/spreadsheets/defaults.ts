import { float32 } from '../float32.ts';
import type { JsonObject } from '../json.ts';

const rgb = (hex: string): JsonObject => {
  const channel = (at: number) => float32(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const parts = { red: channel(0), green: channel(2), blue: channel(4) };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== 0));
};

/** The format of a cell that nobody formatted, as Google answers it for a new spreadsheet. */
export const DEFAULT_FORMAT: JsonObject = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};

const COLOURS = {
  TEXT: '000000',
  BACKGROUND: 'ffffff',
  ACCENT1: '4285f4',
  ACCENT2: 'ea4335',
  ACCENT3: 'fbbc04',
  ACCENT4: '34a853',
  ACCENT5: 'ff6d01',
  ACCENT6: '46bdc6',
  LINK: '1155cc',
};

export const THEME_COLOURS: Readonly<Record<string, string>> = COLOURS;

export const THEME: JsonObject = {
  primaryFontFamily: 'Arial',
  themeColors: Object.entries(COLOURS).map(([colorType, hex]) => ({ colorType, color: { rgbColor: rgb(hex) } })),
};
