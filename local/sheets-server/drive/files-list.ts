import { parameter } from '../operation.ts';
import type { Entry } from '../store/entry.ts';
import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { fileJson } from './file-json.ts';
import { searchQuery } from './search-query.ts';

export const filesList: DriveOperation = {
  name: 'drive.files.list',
  writes: false,
  defaultFields: 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)',
  run(store, input) {
    const found = store.list().filter(searchQuery(parameter(input, 'q') ?? ''));
    found.sort(orderOf(parameter(input, 'orderBy') ?? ''));
    const size = Number(parameter(input, 'pageSize') ?? 100);
    const from = Number(parameter(input, 'pageToken') || 0);
    if (!Number.isInteger(from) || from < 0) throw new DriveError(400, 'Invalid Value', 'invalid', 'pageToken');
    return {
      kind: 'drive#fileList',
      incompleteSearch: false,
      ...(from + size < found.length ? { nextPageToken: String(from + size) } : {}),
      files: found.slice(from, from + size).map(fileJson),
    };
  },
};

const KEYS: Readonly<Record<string, (entry: Entry) => string | number>> = {
  createdTime: ({ createdTime }) => createdTime,
  folder: () => 0,
  modifiedByMeTime: ({ change }) => change,
  modifiedTime: ({ change }) => change,
  name: ({ workbook }) => workbook.state.title,
  name_natural: ({ workbook }) => workbook.state.title,
  quotaBytesUsed: () => 0,
  recency: ({ change }) => change,
  sharedWithMeTime: () => 0,
  starred: ({ workbook }) => Number(workbook.state.file?.starred === true),
  viewedByMeTime: () => 0,
};

/** `modifiedTime desc,name`; files that are equal keep their order. */
function orderOf(text: string): (a: Entry, b: Entry) => number {
  const keys = text.split(',').flatMap((part) => {
    const [name = '', direction] = part.trim().split(/\s+/);
    if (name === '') return [];
    const key = KEYS[name];
    if (key === undefined) throw new DriveError(400, `Invalid Value: ${name}`, 'invalid', 'orderBy');
    return [{ key, factor: direction === 'desc' ? -1 : 1 }];
  });
  return (a, b) => {
    for (const { key, factor } of keys) {
      const [left, right] = [key(a), key(b)];
      const order =
        typeof left === 'string' && typeof right === 'string'
          ? left.localeCompare(right, 'en')
          : Number(left) - Number(right);
      if (order !== 0) return order * factor;
    }
    return 0;
  };
}
