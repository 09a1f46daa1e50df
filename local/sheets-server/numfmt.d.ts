/** The package's own types are not found: its `exports` name a file that it does not ship. Only what we use. */
declare module 'numfmt' {
  interface Options {
    /** BCP 47, such as `en-GB`. */
    readonly locale?: string;
  }
  interface ParsedNumber {
    readonly value: number;
    readonly formatId?: number;
  }
  export function format(pattern: string, value: string | number | boolean, options?: Options): string;
  export function isDateFormat(pattern: string): boolean;
  export function isValidFormat(pattern: string): boolean;
  export function parseDate(text: string, options?: Options): ParsedNumber | undefined;
  export function parseTime(text: string, options?: Options): ParsedNumber | undefined;
}
