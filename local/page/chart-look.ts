import { darkTwin } from '../sheets-server/page/dark-twin.ts';
import type { SeriesWire } from '../sheets-server/page/wire.ts';
import { FONT } from './text-width.ts';

const PALETTE = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7b61c9', '#8d6e63'];
export const CHART_PIXELS = 12;

/** Colours and type of a chart. */
export interface Look {
  readonly text: { readonly color: string; readonly fontSize: number; readonly fontFamily: string };
  readonly faint: string;
  readonly line: string;
  readonly paper: string;
  readonly colour: (series: Pick<SeriesWire, 'colour'>, index: number) => string;
}

export function lookOf(dark: boolean): Look {
  const colour = (series: Pick<SeriesWire, 'colour'>, index: number) => {
    const hex = series.colour ?? PALETTE[index % PALETTE.length] ?? '#4285f4';
    return dark ? darkTwin(hex, 'series') : hex;
  };
  return dark
    ? {
        text: { color: '#e8eaed', fontSize: CHART_PIXELS, fontFamily: FONT },
        faint: '#a5abb3',
        line: '#3a3f46',
        paper: '#22252a',
        colour,
      }
    : {
        text: { color: '#202124', fontSize: CHART_PIXELS, fontFamily: FONT },
        faint: '#5f6368',
        line: '#e0e3e7',
        paper: '#ffffff',
        colour,
      };
}
