import { parseA1 } from '../a1.ts';
import { type Invocation, type Link, MISSING, type Node } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

/** `unknown`: something in it is not known here. `broken`: it is no formula. */
export type Parsed = Node | 'unknown' | 'broken';

const REMEMBERED = 50_000;
const memo = new Map<string, Parsed>();

/** A formula with its leading `=`, read with the precedence of Sheets: a sign binds tighter than `%`, `^`, `*` and `/`. */
export function parse(formula: string): Parsed {
  const present = memo.get(formula);
  if (present !== undefined) return present;
  if (memo.size >= REMEMBERED) memo.clear();
  const tokens = tokenize(formula);
  const parsed = tokens === undefined ? 'unknown' : new Parser(tokens).formula();
  memo.set(formula, parsed);
  return parsed;
}

/** Thrown and caught in this file alone. */
class Stop {
  readonly as: 'unknown' | 'broken';

  constructor(as: 'unknown' | 'broken') {
    this.as = as;
  }
}

/** From the loosest to the tightest; all of them from left to right. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['=', '<>', '<', '>', '<=', '>=']),
  new Set(['&']),
  new Set(['+', '-']),
  new Set(['*', '/']),
  new Set(['^']),
];

/** Brackets and calls deeper than this are not computed: each level costs stack. */
const DEEPEST = 100;

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  formula(): Parsed {
    try {
      const node = this.expression();
      return this.at < this.tokens.length ? 'broken' : node;
    } catch (error) {
      if (error instanceof Stop) return error.as;
      throw error;
    }
  }

  private expression(): Node {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Stop('unknown');
    const node = this.chain(0);
    this.depth -= 1;
    return node;
  }

  private chain(level: number): Node {
    const operators = LEVELS[level];
    if (operators === undefined) return this.percent();
    const first = this.chain(level + 1);
    const rest: Link[] = [];
    for (
      let operator = this.operator();
      operator !== undefined && operators.has(operator);
      operator = this.operator()
    ) {
      this.at += 1;
      rest.push({ operator, operand: this.chain(level + 1) });
    }
    return rest.length === 0 ? first : { kind: 'chain', first, rest };
  }

  private percent(): Node {
    let node = this.signed();
    while (this.take('%')) node = { kind: 'percent', of: node };
    return node;
  }

  private signed(): Node {
    const signs: ('+' | '-')[] = [];
    for (let sign = this.operator(); sign === '+' || sign === '-'; sign = this.operator()) {
      signs.push(sign);
      this.at += 1;
    }
    if (signs.length > DEEPEST) throw new Stop('unknown');
    return signs.reduceRight<Node>((of, sign) => ({ kind: 'sign', sign, of }), this.span());
  }

  private span(): Node {
    let node = this.atom();
    while (this.take(':')) node = { kind: 'span', from: node, to: this.atom() };
    return node;
  }

  private atom(): Node {
    const token = this.tokens[this.at];
    // An open end: Sheets closes brackets that a person forgot, and what it makes of other ends is not known.
    if (token === undefined) throw new Stop('unknown');
    this.at += 1;
    const { kind, text } = token;
    if (kind === 'number') return { kind: 'constant', value: Number(text) };
    if (kind === 'text') return { kind: 'constant', value: text.slice(1, -1).replaceAll('""', '"') };
    if (kind === 'error') return { kind: 'constant', value: errorOf(text) };
    if (kind === 'reference') return referenceOf(text);
    if (kind === 'name') return this.operator() === '(' ? this.call(text) : nameOf(text);
    if (text === '{') return this.array();
    if (text !== '(') throw new Stop('broken');
    const node = this.expression();
    if (this.operator() === ',') throw new Stop('unknown');
    this.close(')');
    return node;
  }

  /** Arguments are parted by `,` or, where that is the decimal mark, by `;`. */
  private call(name: string): Invocation {
    const from = this.at - 1;
    this.at += 1;
    const args: Node[] = [];
    while (this.operator() !== ')' || args.length > 0) {
      const next = this.operator();
      args.push(next === ',' || next === ';' || next === ')' ? MISSING : this.expression());
      if (!this.take(',') && !this.take(';')) break;
    }
    this.close(')');
    const plain = args.every(({ kind }) => kind === 'reference' || kind === 'name' || kind === 'constant');
    const source = plain ? this.tokens.slice(from, this.at).map(({ text }) => text) : undefined;
    return { kind: 'call', name: name.toUpperCase(), args, source: source?.join(' ').toUpperCase() };
  }

  /** `{1,2;3,4}`: commas part columns, semicolons rows. */
  private array(): Node {
    const rows: Node[][] = [[]];
    do {
      rows.at(-1)?.push(this.expression());
      if (this.take(';')) rows.push([]);
      else if (!this.take(',')) break;
    } while (this.at < this.tokens.length);
    this.close('}');
    return { kind: 'array', rows };
  }

  private operator(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' ? token.text : undefined;
  }

  private take(operator: string): boolean {
    if (this.operator() !== operator) return false;
    this.at += 1;
    return true;
  }

  private close(bracket: string): void {
    if (!this.take(bracket)) throw new Stop(this.at < this.tokens.length ? 'broken' : 'unknown');
  }
}

function referenceOf(text: string): Node {
  const parsed = parseA1(text);
  if (parsed?.area === undefined) throw new Stop('unknown');
  return { kind: 'reference', title: parsed.title, area: parsed.area };
}

function nameOf(text: string): Node {
  if (/^(true|false)$/i.test(text)) return { kind: 'constant', value: text.toLowerCase() === 'true' };
  return { kind: 'name', name: text };
}

/** An error that stands in the formula itself: what it referred to is gone. */
const errorOf = (text: string) => ({ error: text.slice(text.lastIndexOf('#')), message: 'Reference does not exist.' });
