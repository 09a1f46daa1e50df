import type { DateOrder, MonthNames } from './date-cell.ts';
import { remembered } from './remembered.ts';

/** What a spreadsheet's locale decides about text that people typed. */
export interface LocaleRules {
  /** BCP 47, such as `nl-NL`. */
  readonly tag: string;
  readonly dateOrder: DateOrder;
  readonly monthNames: MonthNames;
  /** `,` in `3.500,00` */
  readonly decimal: string;
}

/** From Sheets' form (`nl_NL`, `en`). A locale whose language this runtime does not know throws `RangeError`. */
export const localeRules = remembered((locale: string): LocaleRules => {
  const tag = locale.replaceAll('_', '-');
  // Without this it would be read as the machine's own language.
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) throw new RangeError(`${locale} is not known`);
  const dateOrder = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
  })
    .formatToParts(Date.UTC(2026, 10, 16))
    .map((part) => ({ day: 'd', month: 'm', year: 'y' })[part.type as string] ?? '')
    .join('');
  const decimal = new Intl.NumberFormat(tag, { numberingSystem: 'latn' })
    .formatToParts(1.5)
    .find((part) => part.type === 'decimal')?.value;
  return {
    tag,
    dateOrder: dateOrder === 'mdy' || dateOrder === 'ymd' ? dateOrder : 'dmy',
    monthNames: monthNamesOf(tag),
    decimal: decimal ?? '.',
  };
});

/** English months are understood everywhere, since exports from other systems carry them. */
function monthNamesOf(tag: string): MonthNames {
  const names = new Map<string, number>();
  for (const language of ['en', tag]) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month: style,
        day: 'numeric',
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let month = 0; month < 12; month++) {
        const name = format.formatToParts(Date.UTC(2026, month, 15)).find((part) => part.type === 'month')?.value;
        if (name) names.set(name.toLowerCase().replace(/\.$/u, ''), month + 1);
      }
    }
  }
  names.set('sept', 9);
  return names;
}
