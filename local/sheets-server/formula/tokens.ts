export interface Token {
  readonly kind: 'number' | 'text' | 'operator' | 'reference' | 'name' | 'error';
  /** As written. */
  readonly text: string;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['error', /^(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)/u],
  ['text', /^"(?:[^"]|"")*"/],
  // Ranges that may be open at an end: `A2:B9`, `A2:A`, `$A:C`.
  [
    'reference',
    /^(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?:(?=\$?[A-Za-z1-9])(?:\$?[A-Za-z]{1,3})?(?:\$?[1-9]\d*)?(?![\p{L}\p{N}_(])/u,
  ],
  // Whole rows: `2:5`.
  [
    'reference',
    /^(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[1-9]\d*:(?:\$?[A-Za-z]{1,3})?\$?[1-9]\d*(?![\p{L}\p{N}_(])/u,
  ],
  ['reference', /^(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?[1-9]\d*(?![\p{L}\p{N}_(])/u],
  ['number', /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|^\.\d+(?:[eE][+-]?\d+)?/],
  ['name', /^[\p{L}_][\p{L}\p{N}_.]*/u],
  ['operator', /^(?:<>|<=|>=|[-+*/^&=<>%(),;{}:])/],
];

/** The tokens of a formula without its leading `=`; undefined when something in it is not known. */
export function tokenize(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = formula.slice(1).trimStart();
  while (rest !== '') {
    const token = firstToken(rest);
    if (token === undefined) return undefined;
    tokens.push(token);
    rest = rest.slice(token.text.length).trimStart();
  }
  return tokens;
}

function firstToken(rest: string): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    if (match) return { kind, text: match[0] };
  }
  return undefined;
}
