/**
 * Spreadsheet programs run a cell of a .csv that begins like a formula: `=HYPERLINK(...)` typed as the name of a prospect
 * would become a link in whoever opens the file. An apostrophe in front, which in Sheets and Excel says "this is text",
 * takes the beginning away. Full-width forms count, since some programs fold them.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const RUNS = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
const MARKED = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
/** `-5`, `+12.5 %`: does nothing but be a number. */
const NUMBER = /^[-+]?[\d.,\s]*\d\s?%?$/u;

/** Text for a cell of a .csv. `withoutMark` gives back exactly what was there. */
export const asPlainText = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text of a cell that carries the mark; undefined for any other cell. */
export const withoutMark = (text: string): string | undefined => (MARKED.test(text) ? text.slice(1) : undefined);
