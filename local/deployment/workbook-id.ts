/**
 * The id of a spreadsheet, from what people have at hand: the id, or the address of the spreadsheet in the browser.
 * Throws an error that says what to give.
 */
export function workbookId(text: string): string {
  const fromAddress = /\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(text)?.[1];
  const id = fromAddress ?? text.trim();
  if (/^[\w-]{1,200}$/.test(id)) return id;
  throw new Error(
    `'${text}' is no spreadsheet: give its address in the browser, or the id in it, between /d/ and /edit.`,
  );
}
