/** Most that Excel takes in one cell, in UTF-16 units; Sheets takes 50,000. */
const MOST = 32_767;
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that XML can carry: without control characters and halves of characters, and cut to what a cell holds. */
export function cleanText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '');
  return (clean.length > MOST ? clean.slice(0, MOST) : clean).toWellFormed();
}

/** Text of a cell. There `_x0041_` would be read as an escaped `A`, so its first underscore is escaped itself. */
export const cellText = (text: string): string => cleanText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
