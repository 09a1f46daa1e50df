import { describe, expect, test } from 'vitest';
import {
  areaPrefix,
  claimKey,
  headKey,
  itemKey,
  pageTokenKey,
  partKey,
  partsOfSortKey,
  partsPrefix,
  REGISTRATION_PREFIX,
  REGISTRY_PARTITION,
  refOfSortKey,
  registrationKey,
  seenKey,
  treePartition,
} from '../../lambdas/store/keys.ts';

const ref = { area: 'leaf/2026-11', digest: 'abc' };

test('each question has its key', () => {
  expect(headKey('1aB_-')).toStrictEqual({ pk: 'W#1aB_-#HEAD', sk: 'HEAD' });
  expect(treePartition('book')).toBe('W#book#TREE');
  expect(itemKey('book', ref)).toStrictEqual({ pk: 'W#book#TREE', sk: 'leaf/2026-11#abc' });
  expect(partKey('book', ref, 1, 3)).toStrictEqual({ pk: 'W#book#TREE', sk: 'leaf/2026-11#abc#1/3' });
  expect(partsPrefix(ref)).toBe('leaf/2026-11#abc#');
  expect(areaPrefix('leaf')).toBe('leaf#');
  expect(seenKey('book', '2026-11-02/Ana María')).toStrictEqual({ pk: 'W#book#SEEN', sk: 'D#2026-11-02/Ana María' });
});

test('the registry is one partition, with the page tokens beside the workbooks', () => {
  expect([REGISTRY_PARTITION, REGISTRATION_PREFIX]).toStrictEqual(['REGISTRY', 'W#']);
  expect(registrationKey('1aB_-')).toStrictEqual({ pk: 'REGISTRY', sk: 'W#1aB_-' });
  expect(pageTokenKey('a@b.c')).toStrictEqual({ pk: 'REGISTRY', sk: 'P#a@b.c' });
  expect(claimKey('sync book')).toStrictEqual({ pk: 'CLAIM', sk: 'K#sync book' });
  expect(claimKey('é'.repeat(451)).sk).toMatch(/^H#[0-9a-f]{64}$/);
});

test('a sort key names its item', () => {
  expect(refOfSortKey('leaf/2026-11#abc')).toStrictEqual({ ...ref, isPart: false });
  expect(refOfSortKey('leaf/2026-11#abc#1/3')).toStrictEqual({ ...ref, isPart: true });
  expect(() => refOfSortKey('HEAD')).toThrow(/not the sort key/);
});

test('the sort key of a further part names its item and how many parts that has', () => {
  expect(partsOfSortKey('leaf/2026-11#abc#2/13')).toStrictEqual({ item: 'leaf/2026-11#abc', count: 13 });
  expect(partsOfSortKey('leaf/2026-11#abc')).toBeUndefined();
});

test('an area may be 500 bytes long', () => {
  expect(areaPrefix('é'.repeat(250))).toBe(`${'é'.repeat(250)}#`);
});

describe('a rep-day is any text', () => {
  test('too long: hashed', () => {
    expect(seenKey('book', 'é'.repeat(450)).sk).toBe(`D#${'é'.repeat(450)}`);
    expect(seenKey('book', 'é'.repeat(451)).sk).toMatch(/^H#[0-9a-f]{64}$/);
    expect(seenKey('book', `${'é'.repeat(451)}a`)).not.toStrictEqual(seenKey('book', `${'é'.repeat(451)}b`));
  });

  test('halves of surrogate pairs stay apart', () => {
    expect(seenKey('book', 'Ana \ud83d').sk).toMatch(/^H#/);
    expect(seenKey('book', 'Ana \ud83d')).not.toStrictEqual(seenKey('book', 'Ana \ud83e'));
  });
});

test.each(['', 'a#b', 'a b', 'a/b', 'ü', 'a\n', 'a'.repeat(201)])('workbook %j is refused', (workbook) => {
  expect(() => headKey(workbook)).toThrow(/can't be the id of a workbook: use/);
  expect(() => treePartition(workbook)).toThrow(RangeError);
  expect(() => seenKey(workbook, 'day')).toThrow(RangeError);
});

test.each(['', 'a#b', 'a\u0000', '\ud83d', 'é'.repeat(251)])('area %j is refused', (area) => {
  expect(() => itemKey('book', { area, digest: 'd' })).toThrow(/can't be an area/);
  expect(() => areaPrefix(area)).toThrow(RangeError);
});

test.each(['', 'a#b', 'a b', 'a!', 'a/b', 'a'.repeat(129)])('digest %j is refused', (digest) => {
  expect(() => itemKey('book', { area: 'leaf', digest })).toThrow(/can't be a digest/);
});
