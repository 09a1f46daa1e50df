import type { StorePort } from '../ports.ts';
import { deleteItem } from './delete-item.ts';
import { deleteStaleParts } from './delete-stale-parts.ts';
import { getItems } from './get-items.ts';
import { readHead, swapHead } from './head.ts';
import { listItems } from './list-items.ts';
import { putItems } from './put-items.ts';
import { addSeen, dropSeen, readSeen } from './seen.ts';
import { requestsOf, type StoreOptions } from './store-options.ts';

/** The store in DynamoDB. Its methods throw `StoreError` and `MissingItem`, which say what to do. */
export function openStore(options: StoreOptions): StorePort {
  const requests = requestsOf(options);
  return {
    readHead: (workbook) => readHead(requests, workbook),
    swapHead: (workbook, expected, next) => swapHead(requests, workbook, expected, next),
    putItems: (workbook, items) => putItems(requests, workbook, items),
    getItems: (workbook, refs) => getItems(requests, workbook, refs),
    readSeen: (workbook, repDays) => readSeen(requests, workbook, repDays),
    mergeSeen: (workbook, seen) => addSeen(requests, workbook, seen),
    listItems: (workbook, area) => listItems(requests, workbook, area),
    deleteItem: (workbook, item) => deleteItem(requests, workbook, item),
    dropSeen: (workbook, rows) => dropSeen(requests, workbook, rows),
    deleteStaleParts: (workbook) => deleteStaleParts(requests, workbook),
  };
}
