import type { Entry } from '../store/entry.ts';
import { DriveError } from './drive-error.ts';
import { SPREADSHEET_TYPE } from './file-json.ts';
import { isTrashed, permissionsOf } from './file-state.ts';
import { parentsOf } from './parents.ts';

export type Test = (entry: Entry) => boolean;

const wrong = () => new DriveError(400, 'Invalid Value', 'invalid', 'q');

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]|[<>!]?=|[<>]|[\w.]+)/y;

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  const text = query.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw wrong();
    tokens.push(token);
  }
  return tokens;
}

/** Drive's search: terms with `and`, `or`, `not` and brackets. Throws a 400 for one that it cannot read. */
export function searchQuery(query: string): Test {
  const tokens = tokensOf(query);
  if (tokens.length === 0) return () => true;
  let at = 0;
  const word = () => tokens[at]?.toLowerCase();

  function either(): Test {
    let test = both();
    while (word() === 'or') {
      at += 1;
      const [left, right] = [test, both()];
      test = (entry) => left(entry) || right(entry);
    }
    return test;
  }
  function both(): Test {
    let test = one();
    while (word() === 'and') {
      at += 1;
      const [left, right] = [test, one()];
      test = (entry) => left(entry) && right(entry);
    }
    return test;
  }
  function one(): Test {
    if (word() === 'not') {
      at += 1;
      const test = one();
      return (entry) => !test(entry);
    }
    if (word() === '(') {
      at += 1;
      const test = either();
      if (tokens[at] !== ')') throw wrong();
      at += 1;
      return test;
    }
    const [left = '', operator = '', right = ''] = tokens.slice(at, at + 3);
    if (left.toLowerCase() === 'sharedwithme' && operator !== '=') {
      at += 1;
      return () => false;
    }
    at += 3;
    return operator.toLowerCase() === 'in'
      ? membership(unquoted(left), right)
      : comparison(left, operator, unquoted(right));
  }

  const test = either();
  if (at !== tokens.length) throw wrong();
  return test;
}

const unquoted = (text: string) => (/^["']/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text);

const VALUES: Readonly<Record<string, (entry: Entry) => string>> = {
  name: ({ workbook }) => workbook.state.title,
  fullText: ({ workbook }) => workbook.state.title,
  mimeType: () => SPREADSHEET_TYPE,
  trashed: ({ workbook }) => String(isTrashed(workbook)),
  starred: ({ workbook }) => String(workbook.state.file?.starred === true),
  modifiedTime: ({ modifiedTime }) => new Date(modifiedTime).toISOString(),
  createdTime: ({ createdTime }) => new Date(createdTime).toISOString(),
};

function comparison(field: string, operator: string, wanted: string): Test {
  const value = VALUES[field];
  if (value === undefined) throw wrong();
  if (operator === 'contains') return (entry) => value(entry).toLowerCase().includes(wanted.toLowerCase());
  if (operator === '=') return (entry) => value(entry) === wanted;
  if (operator === '!=') return (entry) => value(entry) !== wanted;
  const time = Date.parse(wanted);
  if (!field.endsWith('Time') || Number.isNaN(time)) throw wrong();
  const order = (entry: Entry) => Date.parse(value(entry)) - time;
  if (operator === '<') return (entry) => order(entry) < 0;
  if (operator === '<=') return (entry) => order(entry) <= 0;
  if (operator === '>') return (entry) => order(entry) > 0;
  if (operator === '>=') return (entry) => order(entry) >= 0;
  throw wrong();
}

/** Every file is owned by the one account. */
function membership(wanted: string, list: string): Test {
  if (list === 'parents') return ({ workbook }) => parentsOf(workbook).includes(wanted);
  const roles: Readonly<Record<string, readonly string[]>> = {
    owners: ['owner'],
    writers: ['owner', 'writer'],
    readers: ['owner', 'writer', 'commenter', 'reader'],
  };
  const among = roles[list];
  if (among === undefined) throw wrong();
  return ({ workbook }) =>
    permissionsOf(workbook).some(
      ({ role, emailAddress }) =>
        among.includes(String(role)) && (emailAddress === wanted || (wanted === 'me' && role === 'owner')),
    );
}
