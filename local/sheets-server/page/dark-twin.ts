export type ColourUse = 'text' | 'paper' | 'series';

/** The colour of dark mode for one (`#rrggbb`) of light mode: the same hue, as far from dark paper as it was from white. */
export function darkTwin(hex: string, use: ColourUse): string {
  const [hue, saturation, lightness] = hsl(hex);
  // Light text and dark paper were chosen for each other, and are fine at night as they are.
  const keep = use === 'paper' ? lightness < 0.5 : lightness > (use === 'text' ? 0.6 : 0.45);
  if (keep) return hex;
  const turned =
    use === 'paper' ? 0.13 + (1 - lightness) * 0.45 : Math.max(use === 'text' ? 0.74 : 0.62, 1 - lightness * 0.6);
  return `hsl(${hue}, ${Math.round(saturation * (use === 'paper' ? 45 : 70))}%, ${Math.round(turned * 100)}%)`;
}

function hsl(hex: string): [number, number, number] {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  const [red, green, blue] = [part(1), part(3), part(5)];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const spread = high - low;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    high === red
      ? (green - blue) / spread + 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [Math.round((sector * 60) % 360), saturation, lightness];
}
