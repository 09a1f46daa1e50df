/** Bytes that mean something in JSON. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const OPEN = 0x5b;
export const ESCAPE = 0x5c;
export const CLOSE = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
