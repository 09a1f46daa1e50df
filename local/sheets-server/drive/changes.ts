import type { JsonObject } from '../json.ts';
import { parameter } from '../operation.ts';
import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { fileJson } from './file-json.ts';

export const changesGetStartPageToken: DriveOperation = {
  name: 'drive.changes.getStartPageToken',
  writes: false,
  defaultFields: undefined,
  run: (store) => ({ kind: 'drive#startPageToken', startPageToken: String(store.latestChange + 1) }),
};

/** Each file that changed since the token once, with its latest change, oldest first. */
export const changesList: DriveOperation = {
  name: 'drive.changes.list',
  writes: false,
  defaultFields:
    'kind,newStartPageToken,nextPageToken,changes(kind,changeType,type,time,removed,fileId,file(kind,id,name,mimeType))',
  run(store, input) {
    const token = Number(parameter(input, 'pageToken') ?? Number.NaN);
    if (!Number.isInteger(token) || token < 1) throw new DriveError(400, 'Invalid Value', 'invalid', 'pageToken');
    const changed = store
      .list()
      .filter((entry) => entry.change >= token)
      .map((entry) => ({
        change: entry.change,
        json: changeJson(entry.workbook.id, entry.modifiedTime, fileJson(entry)),
      }));
    const removed = (parameter(input, 'includeRemoved') === 'false' ? [] : store.removedSince(token)).map(
      (removal) => ({ change: removal.change, json: changeJson(removal.fileId, removal.time) }),
    );
    const all = [...changed, ...removed].sort((a, b) => a.change - b.change);
    const size = Number(parameter(input, 'pageSize') ?? 100);
    const page = all.slice(0, size);
    const next = all[size];
    return {
      kind: 'drive#changeList',
      ...(next === undefined
        ? { newStartPageToken: String(store.latestChange + 1) }
        : { nextPageToken: String(next.change) }),
      changes: page.map(({ json }) => json),
    };
  },
};

const changeJson = (fileId: string, time: number, file?: JsonObject): JsonObject => ({
  kind: 'drive#change',
  changeType: 'file',
  type: 'file',
  time: new Date(time).toISOString(),
  removed: file === undefined,
  fileId,
  ...(file === undefined ? {} : { file }),
});
