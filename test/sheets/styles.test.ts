import { describe, expect, test } from 'vitest';
import { COLOURS, colourStyle } from '../../lambdas/sheets/colours.ts';
import { formatFor, STYLES } from '../../lambdas/sheets/styles.ts';
import { STYLE_NAMES } from '../support/sheets-layouts.ts';

/** Contrast by WCAG 2: (lighter + 0.05) / (darker + 0.05) of the relative luminances. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('styles', () => {
  test('every style name has one, and the support list knows every name', () => {
    expect([...STYLE_NAMES].sort()).toEqual(Object.keys(STYLES).sort());
  });

  test.each([
    [COLOURS.ink, COLOURS.headBackground],
    [COLOURS.banner, COLOURS.bannerBackground],
    [COLOURS.grey, '#ffffff'],
    [COLOURS.good, '#ffffff'],
    [COLOURS.caution, '#ffffff'],
    [COLOURS.bad, '#ffffff'],
  ])('%s can be read on %s', (text, background) => {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });

  test('verdicts that need somebody differ by weight too, not by colour alone', () => {
    expect([STYLES.caution, STYLES.bad].map((style) => style.textFormat?.bold)).toEqual([true, true]);
  });

  test('figures stand right, also where a dash stands for them', () => {
    const figures = STYLE_NAMES.filter((name) => /count|decimal|percent|money|date|right/.test(name));
    expect(figures.map((name) => STYLES[name].horizontalAlignment)).toEqual(figures.map(() => 'RIGHT'));
  });

  test('say only what makes a difference in the cell', () => {
    expect(formatFor('count', '–')).toEqual({ horizontalAlignment: 'RIGHT' });
    expect(formatFor('count', 1200)).toEqual({ numberFormat: STYLES.count.numberFormat });
    expect(formatFor('count', 0.5)).toEqual({ numberFormat: STYLES.count.numberFormat });
    expect(formatFor('count', 12)).toEqual({});
    expect(formatFor('count-muted', 12)).toEqual({ textFormat: STYLES['count-muted'].textFormat });
    expect(formatFor('percent', 1)).toEqual({ numberFormat: STYLES.percent.numberFormat });
    expect(formatFor('date', 700)).toEqual({ numberFormat: STYLES.date.numberFormat });
    expect(formatFor('head-right', 12)).toEqual(STYLES['head-right']);
    expect(formatFor('count', undefined)).toEqual({});
    expect(formatFor('spark', { formula: '=1' })).toEqual(STYLES.spark);
  });

  test('colours are fractions of one', () => {
    expect(colourStyle('#ff8000')).toEqual({ rgbColor: { red: 1, green: 0.502, blue: 0 } });
    expect(() => colourStyle('red')).toThrow(/#rrggbb/);
  });
});
