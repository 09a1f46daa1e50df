import { expect, test } from 'vitest';
import { workbookId } from '../../../local/deployment/workbook-id.ts';

test.each([
  ['https://docs.google.com/spreadsheets/d/1aB-c_D/edit#gid=0', '1aB-c_D'],
  ['https://docs.google.com/spreadsheets/u/1/d/1aB-c_D/edit?usp=sharing', '1aB-c_D'],
  ['docs.google.com/spreadsheets/d/1aB-c_D', '1aB-c_D'],
  ['  1aB-c_D ', '1aB-c_D'],
])('%s is a spreadsheet', (text, id) => {
  expect(workbookId(text)).toBe(id);
});

test.each(['', 'my sheet', 'https://example.com/', '../etc'])('%j is none', (text) => {
  expect(() => workbookId(text)).toThrow('give its address in the browser, or the id');
});
