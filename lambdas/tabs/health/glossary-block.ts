import { type Block, rowsOnly } from '../block.ts';
import { text } from '../cells.ts';
import { GLOSSARY } from '../glossary.ts';
import { headRow } from './head-row.ts';

export const glossaryBlock: Block = rowsOnly([
  [text('What the words mean', 'heading')],
  headRow(['Word', 'Meaning']),
  ...GLOSSARY.map(([word, meaning]) => [text(word, 'strong'), text(meaning)]),
]);
