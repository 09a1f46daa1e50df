/** Functions of Sheets that Excel does not have. */
export const GOOGLE_ONLY: ReadonlySet<string> = new Set(
  (
    'SPARKLINE QUERY ARRAYFORMULA IMPORTRANGE IMPORTDATA IMPORTHTML IMPORTXML IMPORTFEED GOOGLEFINANCE ' +
    'GOOGLETRANSLATE DETECTLANGUAGE REGEXMATCH REGEXEXTRACT REGEXREPLACE SPLIT JOIN FLATTEN COUNTUNIQUE ISBETWEEN ' +
    'TO_DATE TO_TEXT TO_PERCENT TO_DOLLARS TO_PURE_NUMBER ARRAY_CONSTRAIN SORTN'
  ).split(' '),
);

const NEW = (
  'IFNA IFS SWITCH TEXTJOIN CONCAT MAXIFS MINIFS XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY DAYS ISOWEEKNUM ' +
  'ISFORMULA FORMULATEXT NUMBERVALUE XOR VSTACK HSTACK TOCOL TOROW TAKE DROP CHOOSECOLS CHOOSEROWS'
).split(' ');

/** What stands in files before functions younger than the format; Excel shows `#NAME?` without it. */
export const PREFIXED: ReadonlyMap<string, string> = new Map([
  ...NEW.map((name) => [name, '_xlfn.'] as const),
  ['FILTER', '_xlfn._xlws.'],
  ['SORT', '_xlfn._xlws.'],
]);
