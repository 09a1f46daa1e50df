import type { WriteSheet } from 'hucre';
import { columnLetters, quoteTitle } from '../../a1.ts';
import { cellText } from './clean-text.ts';
import type { SheetNames } from './sheet-names.ts';

/** Most that a rule itself holds, commas included. */
const MOST = 255;

/** Choices that a rule cannot hold itself: they stand on a hidden sheet, a column a list. */
export class ChoiceLists {
  private readonly names: SheetNames;
  private name: string | undefined;
  private readonly columns = new Map<string, { readonly index: number; readonly values: readonly string[] }>();

  constructor(names: SheetNames) {
    this.names = names;
  }

  /** What a rule of the kind list says of its choices. */
  rule(values: readonly string[]): { values: string[] } | { formula1: string } {
    const simple = values.every((value) => value !== '' && value === value.trim() && !/[,"\n]/.test(value));
    if (simple && values.join(',').length <= MOST) return { values: values.map(cellText) };
    this.name ??= this.names.take('Dropdown choices');
    const key = JSON.stringify(values);
    const { index } = this.columns.get(key) ?? { index: this.columns.size };
    this.columns.set(key, { index, values });
    const letters = columnLetters(index);
    return { formula1: `${quoteTitle(this.name)}!$${letters}$1:$${letters}$${values.length}` };
  }

  /** The hidden sheet, when any list needed it. */
  sheet(): WriteSheet[] {
    if (this.name === undefined) return [];
    const lists = [...this.columns.values()];
    const height = lists.reduce((most, { values }) => Math.max(most, values.length), 0);
    const rows = Array.from({ length: height }, (_, row) =>
      lists.map(({ values }) => (values[row] === undefined ? null : cellText(values[row]))),
    );
    return [{ name: this.name, rows, hidden: true }];
  }
}
