import { createHash } from 'node:crypto';
import { TABLE_KEYS } from '../contract.ts';
import type { ItemRef } from '../domain/trees/item.ts';

/** The primary key of an item of the table. */
export type Key = Readonly<Record<typeof TABLE_KEYS.partition | typeof TABLE_KEYS.sort, string>>;

const key = (partition: string, sort: string): Key => ({ [TABLE_KEYS.partition]: partition, [TABLE_KEYS.sort]: sort });

/** Where is the one mutable item of a workbook? */
export const headKey = (workbook: string): Key => key(`W#${checkedWorkbook(workbook)}#HEAD`, 'HEAD');

/** Under which partition key are all immutable items of a workbook, so that one query lists them? */
export const treePartition = (workbook: string): string => `W#${checkedWorkbook(workbook)}#TREE`;

/** Where is an immutable item; where, if it has several parts, is the first one? */
export const itemKey = (workbook: string, ref: ItemRef): Key => key(treePartition(workbook), itemSort(ref));

/**
 * Where is part `index` (1 or above) of a body cut into `count` parts? The count is in the key, so that parts that were
 * cut in another way, by another version of this code, never mix.
 */
export const partKey = (workbook: string, ref: ItemRef, index: number, count: number): Key =>
  key(treePartition(workbook), `${partsPrefix(ref)}${index}/${count}`);

/** How do the sort keys of the further parts of an item begin? */
export const partsPrefix = (ref: ItemRef): string => `${itemSort(ref)}#`;

/** How do the sort keys of an area begin? Area `leaf` does not cover area `leaf/2026-11`. */
export const areaPrefix = (area: string): string => `${checkedArea(area)}#`;

/** Which item does the sort key of an immutable item, or of one of its parts, belong to? */
export function refOfSortKey(sort: string): ItemRef & { readonly isPart: boolean } {
  const [area, digest, part] = sort.split('#');
  if (area === undefined || digest === undefined) throw new RangeError(`'${sort}' is not the sort key of an item.`);
  return { area, digest, isPart: part !== undefined };
}

/**
 * Where are the first-seen times of a rep-day? It carries a name as somebody typed it, so any text will do: what
 * DynamoDB can't keep as a key (too long, halves of surrogate pairs) is hashed.
 */
export function seenKey(workbook: string, repDay: string): Key {
  return key(`W#${checkedWorkbook(workbook)}#SEEN`, sortOfText('D', repDay));
}

/** Which item is this a further part of, and of how many parts; `undefined` = it is an item itself. */
export function partsOfSortKey(sort: string): { readonly item: string; readonly count: number } | undefined {
  const [area, digest, part] = sort.split('#');
  return part === undefined ? undefined : { item: `${area}#${digest}`, count: Number(part.split('/')[1]) };
}

/** Under which partition key are all workbooks that are served, so that one query lists them? */
export const REGISTRY_PARTITION = 'REGISTRY';

/** How do the sort keys of the workbooks in the registry begin? */
export const REGISTRATION_PREFIX = 'W#';

/** Where is it said that a workbook is served? */
export const registrationKey = (workbook: string): Key =>
  key(REGISTRY_PARTITION, `${REGISTRATION_PREFIX}${checkedWorkbook(workbook)}`);

/** Where is it said how far an account has read in Drive's list of changes? */
export const pageTokenKey = (account: string): Key => key(REGISTRY_PARTITION, sortOfText('P', account));

/** Where is it said that somebody has claimed this, whatever text it is? */
export const claimKey = (claimed: string): Key => key('CLAIM', sortOfText('K', claimed));

/** The text, or `H#` and its hash where DynamoDB can't keep it. */
function sortOfText(letter: string, text: string): string {
  const fits = text.isWellFormed() && Buffer.byteLength(text) <= 900;
  const hash = () => createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex');
  return fits ? `${letter}#${text}` : `H#${hash()}`;
}

const itemSort = (ref: ItemRef): string => `${checkedArea(ref.area)}#${checkedDigest(ref.digest)}`;

/** Google's spreadsheet ids are letters, digits, `-` and `_`; no `#`, so one workbook's keys are never another's. */
function checkedWorkbook(workbook: string): string {
  if (/^[\w.-]{1,200}$/.test(workbook)) return workbook;
  throw new RangeError(
    `'${workbook}' can't be the id of a workbook: use 1 to 200 letters (a-z), digits, '-', '_' and '.'.`,
  );
}

function checkedArea(area: string): string {
  if (/^[^#\p{Cc}]+$/u.test(area) && area.isWellFormed() && Buffer.byteLength(area) <= 500) return area;
  throw new RangeError(`'${area}' can't be an area: 1 to 500 bytes without '#' and control characters.`);
}

/** Nothing that sorts before `#`: an item and its parts stay side by side in a listing. */
function checkedDigest(digest: string): string {
  if (/^[\w-]{1,128}$/.test(digest)) return digest;
  throw new RangeError(`'${digest}' can't be a digest: use 1 to 128 letters (a-z), digits, '-' and '_'.`);
}
