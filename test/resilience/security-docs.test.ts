import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONGEST_NAME } from '../../lambdas/domain/cells/name-cell.ts';
import { MAX_REPS } from '../../lambdas/domain/rows/row-problem.ts';
import { MAX_CELLS, MAX_FILE_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, megabytes } from '../../local/import/limits.ts';
import { LIMITS } from '../../local/sheets-server/limits.ts';

const root = new URL('../../', import.meta.url);
const doc = readFileSync(new URL('docs/threat-model.md', root), 'utf8');

test('every test that the threat model names is there', () => {
  const named = [...doc.matchAll(/`([\w/.-]+\.test\.ts|test\/[\w-]+)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(
    (name) => ![name, `test/resilience/${name}`].some((path) => existsSync(new URL(path, root))),
  );
  expect(missing).toEqual([]);
});

test('its limits are those of the code', () => {
  const file = `${megabytes(MAX_FILE_BYTES)} on disk, ${megabytes(MAX_UNPACKED_BYTES)} unpacked, ${MAX_RATIO} times`;
  expect(doc).toContain(file);
  expect(doc).toContain(`${MAX_CELLS / 1_000_000} million cells`);
  expect(doc).toContain(`a body of ${LIMITS.bodyBytes / 1024 / 1024} MB`);
  expect(doc).toContain(LIMITS.columnsPerSheet.toLocaleString('en'));
  expect(doc).toContain(`| ${LONGEST_NAME} characters, cut with a mark |`);
  expect(doc).toContain(`| ${MAX_REPS} names |`);
});
