import { quoteTitle } from '../a1.ts';
import { followMovement } from '../formula/follow-movement.ts';
import { rewriteReferences, splitReference } from '../formula/rewrite-references.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { rewriteRules } from './formulas-in-rules.ts';
import type { Movement } from './movement.ts';

/** The tab that a reference without a title means, for a formula in a cell of a tab; the tab itself where nothing moved between tabs. */
export type OriginOf = (sheet: Sheet, row: number, column: number) => Sheet;

/** References in the formulas of every tab, also within rules and validation, follow cells that come, go or move. */
export function moveFormulas(workbook: Workbook, movement: Movement, originOf: OriginOf = (sheet) => sheet): void {
  rewriteAll(
    workbook,
    (reference, own, origin) => {
      const { title, cells } = splitReference(reference);
      const sheet = title === undefined ? origin : workbook.sheetByTitle(title);
      if (sheet === undefined) return reference;
      const moved = followMovement(cells, sheet.id, movement);
      const prefix = reference.slice(0, reference.length - cells.length);
      if (moved === undefined) return `${prefix}#REF!`;
      const target = workbook.sheet(moved.sheetId) ?? sheet;
      if (target === sheet && (title !== undefined || own === sheet)) return prefix + moved.cells;
      return target === own ? moved.cells : `${quoteTitle(target.title)}!${moved.cells}`;
    },
    originOf,
  );
}

/** Formulas keep pointing to a tab that gets another name; call it while the tab still has its old one. */
export function renameInFormulas(workbook: Workbook, sheet: Sheet, title: string): void {
  rewriteAll(workbook, (reference) => {
    const { title: written, cells } = splitReference(reference);
    const points = written !== undefined && workbook.sheetByTitle(written) === sheet;
    return points ? `${quoteTitle(title)}!${cells}` : reference;
  });
}

function rewriteAll(
  workbook: Workbook,
  change: (reference: string, own: Sheet, origin: Sheet) => string,
  originOf: OriginOf = (sheet) => sheet,
): void {
  for (const sheet of workbook.sheets) {
    const { cells } = sheet;
    for (let row = 0; row < cells.length; row += 1) {
      const values = cells.row(row)?.values ?? [];
      // Counted by hand: a large tab has a million cells and few formulas.
      for (let column = 0; column < values.length; column += 1) {
        const value = values[column];
        if (!isFormula(value)) continue;
        const origin = originOf(sheet, row, column);
        const formula = rewriteReferences(value.formula, (reference) => change(reference, sheet, origin));
        if (formula !== value.formula) cells.setValue(row, column, { formula });
      }
    }
    rewriteRules(sheet, (formula) => rewriteReferences(formula, (reference) => change(reference, sheet, sheet)));
  }
}
