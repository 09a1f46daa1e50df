export const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** Pixels that a text takes in one line. */
export function textWidth(text: string, pixels: number, bold = false): number {
  const font = `${bold ? '700 ' : ''}${pixels}px ${FONT}`;
  const key = `${font}\n${text}`;
  const present = known.get(key);
  if (present !== undefined) return present;
  if (known.size > 20_000) known.clear();
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * pixels * 0.55;
  context.font = font;
  const { width } = context.measureText(text);
  known.set(key, width);
  return width;
}
