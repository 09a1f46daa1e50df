/** The text of a cell as people compare it: NFKC, lower case, single spaces. `Left  a Message` = `left a message`. */
export function phrase(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A header as columns are found by it: case, `_`, `-`, spaces and a trailing `:` or `*` do not matter. */
export function headerKey(text: string): string {
  return phrase(text).replace(/[\s_\-‐-―:*]/gu, '');
}
