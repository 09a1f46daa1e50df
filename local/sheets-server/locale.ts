/** What typing and showing numbers and dates needs to know of a locale such as `en_GB`. */
export interface LocaleFacts {
  readonly decimal: string;
  readonly group: string;
  /** ISO code of its money, and how it is written there: `€`. */
  readonly currencySymbol: string;
  readonly symbolFirst: boolean;
  /** `dmy`, `mdy` or `ymd`. */
  readonly dateOrder: string;
  /** The name that the number-format library knows it by. */
  readonly formatLocale: string;
}

const known = new Map<string, LocaleFacts>();

export function localeFacts(locale: string): LocaleFacts {
  const present = known.get(locale);
  if (present !== undefined) return present;
  const facts = learn(validTag(locale));
  known.set(locale, facts);
  return facts;
}

function validTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function learn(tag: string): LocaleFacts {
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn', useGrouping: 'always' }).formatToParts(
    12345678.9,
  );
  const part = (type: string) => number.find((piece) => piece.type === type)?.value;
  const money = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: currencyOf(tag),
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
  }).formatToParts(1);
  const dateOrder = new Intl.DateTimeFormat(tag, { calendar: 'gregory', dateStyle: 'short' })
    .formatToParts(0)
    .flatMap((piece) => (['day', 'month', 'year'].includes(piece.type) ? [piece.type.charAt(0)] : []))
    .join('');
  return {
    decimal: part('decimal') ?? '.',
    group: (part('group') ?? ',').replace(/\s/, ' '),
    currencySymbol: money.find((piece) => piece.type === 'currency')?.value ?? '$',
    symbolFirst: money[0]?.type === 'currency',
    dateOrder,
    formatLocale: formatLocaleOf(tag, dateOrder),
  };
}

/** English outside the United States writes days first; the library knows only some of those countries. */
function formatLocaleOf(tag: string, dateOrder: string): string {
  if (tag.startsWith('en') && dateOrder === 'dmy') return 'en-GB';
  return tag;
}

const EURO = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));
const MONEY: Readonly<Record<string, string>> = {
  GB: 'GBP',
  CH: 'CHF',
  DK: 'DKK',
  SE: 'SEK',
  NO: 'NOK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  BG: 'BGN',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  BR: 'BRL',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  MX: 'MXN',
  ZA: 'ZAR',
  TR: 'TRY',
  IL: 'ILS',
  KR: 'KRW',
  UA: 'UAH',
  RU: 'RUB',
  TH: 'THB',
  ID: 'IDR',
  PH: 'PHP',
  VN: 'VND',
  AR: 'ARS',
  CL: 'CLP',
};

function currencyOf(tag: string): string {
  const region = new Intl.Locale(tag).maximize().region ?? 'US';
  return EURO.has(region) ? 'EUR' : (MONEY[region] ?? 'USD');
}
