import { fileUpdate } from './drive/file-update.ts';
import { permissionCreate, permissionDelete, permissionUpdate } from './drive/permission-writes.ts';
import { developerMetadataGet } from './metadata/get.ts';
import { developerMetadataSearch } from './metadata/search.ts';
import type { Operation } from './operation.ts';
import { replaceTab } from './replace-tab.ts';
import { spreadsheetsBatchUpdate } from './spreadsheets/batch-update.ts';
import { spreadsheetsGet } from './spreadsheets/get.ts';
import { spreadsheetsGetByDataFilter } from './spreadsheets/get-by-data-filter.ts';
import { valuesAppend } from './values/append.ts';
import { valuesBatchGet } from './values/batch-get.ts';
import { valuesBatchGetByDataFilter } from './values/batch-get-by-data-filter.ts';
import { valuesBatchUpdate, valuesBatchUpdateByDataFilter } from './values/batch-update.ts';
import { valuesBatchClear, valuesBatchClearByDataFilter, valuesClear } from './values/clear.ts';
import { valuesGet } from './values/get.ts';
import { valuesUpdate } from './values/update.ts';

const ALL: readonly Operation[] = [
  spreadsheetsGet,
  spreadsheetsGetByDataFilter,
  spreadsheetsBatchUpdate,
  developerMetadataGet,
  developerMetadataSearch,
  valuesGet,
  valuesBatchGet,
  valuesBatchGetByDataFilter,
  valuesUpdate,
  valuesBatchUpdate,
  valuesBatchUpdateByDataFilter,
  valuesClear,
  valuesBatchClear,
  valuesBatchClearByDataFilter,
  valuesAppend,
  replaceTab,
  fileUpdate,
  permissionCreate,
  permissionUpdate,
  permissionDelete,
];

/** Everything that can be done to one workbook, by the name under which the journal keeps it. */
export const operations: ReadonlyMap<string, Operation> = new Map(ALL.map((operation) => [operation.name, operation]));
