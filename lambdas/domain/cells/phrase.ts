/** ASCII words with single spaces, which is most of what people type: only its case can differ. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The text of a cell as people compare it: NFKC, lower case, single spaces. `Left  a Message` = `left a message`.
 * Lower case may compose anew, hence the second NFKC: the phrase of a phrase is itself.
 */
export function phrase(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** A header as columns are found by it: case, `_`, `-`, spaces, `:`, `*` and characters without shape do not matter. */
export function headerKey(text: string): string {
  return phrase(text).replace(/[\s\p{Cf}_\-‐-―:*]/gu, '');
}
