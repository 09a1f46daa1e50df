import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';

/** `#rrggbb` as Sheets writes it: fractions of 1, rounded to what 8 bits can tell, to keep the request small. */
export function colourStyle(hex: string): sheets_v4.Schema$ColorStyle {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`A colour is written #rrggbb, got ${JSON.stringify(hex)}.`);
  const part = (start: number) => Math.round((Number.parseInt(hex.slice(start, start + 2), 16) / 255) * 1e4) / 1e4;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** Every text colour has a contrast of at least 4.5 : 1 on its background (a test computes it). */
export const COLOURS = {
  ink: '#202124',
  grey: '#5f6368',
  line: '#bdc1c6',
  headBackground: '#eef1f5',
  bannerBackground: '#fff4d6',
  banner: '#5c3d00',
  good: '#0d652d',
  caution: '#8a4b00',
  bad: '#a50e0e',
} as const;
