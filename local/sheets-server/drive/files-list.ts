import { invalid } from '../api-error.ts';
import { parameter } from '../operation.ts';
import type { Entry } from '../store/entry.ts';
import type { DriveOperation } from './drive-operation.ts';
import { fileJson, SPREADSHEET_TYPE } from './file-json.ts';

export const filesList: DriveOperation = {
  name: 'drive.files.list',
  writes: false,
  defaultFields: 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)',
  run(store, input) {
    const matches = parseQuery(parameter(input, 'q') ?? '');
    const found = store.list().filter(matches);
    const size = Math.min(Math.max(Number(parameter(input, 'pageSize') ?? 100), 1), 1000);
    const from = Number(parameter(input, 'pageToken') || 0);
    const page = found.slice(from, from + size);
    return {
      kind: 'drive#fileList',
      incompleteSearch: false,
      ...(from + size < found.length ? { nextPageToken: String(from + size) } : {}),
      files: page.map(fileJson),
    };
  },
};

type Test = (entry: Entry) => boolean;

/** The terms of a search that make sense here, joined by `and`: mimeType, name, trashed. */
function parseQuery(query: string): Test {
  const tests: Test[] = [];
  for (let rest = query.trim(); rest !== ''; ) {
    const term = /^(\w+)\s*(=|!=|contains)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\w+)\s*(?:and\s+)?/i.exec(rest);
    if (!term) throw invalid(`Invalid Value: the local server cannot read "${rest}" in q.`);
    tests.push(
      testOf(term[1] ?? '', term[2] ?? '', (term[3] ?? '').replace(/^["']|["']$/g, '').replace(/\\(.)/g, '$1')),
    );
    rest = rest.slice(term[0].length);
  }
  return (entry) => tests.every((test) => test(entry));
}

function testOf(field: string, operator: string, wanted: string): Test {
  const values: Readonly<Record<string, (entry: Entry) => string>> = {
    mimeType: () => SPREADSHEET_TYPE,
    name: (entry) => entry.workbook.state.title,
    trashed: () => 'false',
  };
  const value = values[field];
  if (value === undefined) throw invalid(`Invalid Value: the local server does not search by ${field}.`);
  if (operator === 'contains') return (entry) => value(entry).toLowerCase().includes(wanted.toLowerCase());
  return (entry) => (value(entry) === wanted) === (operator === '=');
}
