import { quoteTitle } from '../a1.ts';
import { followShift } from '../formula/follow-shift.ts';
import { rewriteReferences, splitReference } from '../formula/rewrite-references.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Shift } from './shift.ts';

/** References in the formulas of every tab follow rows and columns that come or go. */
export function moveFormulas(workbook: Workbook, shift: Shift): void {
  const target = workbook.sheet(shift.sheetId);
  if (target === undefined) return;
  rewriteAll(workbook, (reference, own) => {
    const { title, cells } = splitReference(reference);
    const sheet = title === undefined ? own : workbook.sheetByTitle(title);
    if (sheet !== target) return reference;
    const moved = followShift(cells, shift);
    return moved === cells ? reference : reference.slice(0, reference.length - cells.length) + moved;
  });
}

/** Formulas keep pointing to a tab that gets another name; call it while the tab still has its old one. */
export function renameInFormulas(workbook: Workbook, sheet: Sheet, title: string): void {
  rewriteAll(workbook, (reference) => {
    const { title: written, cells } = splitReference(reference);
    const points = written !== undefined && workbook.sheetByTitle(written) === sheet;
    return points ? `${quoteTitle(title)}!${cells}` : reference;
  });
}

function rewriteAll(workbook: Workbook, change: (reference: string, own: Sheet) => string): void {
  for (const sheet of workbook.sheets) {
    const { cells } = sheet;
    for (let row = 0; row < cells.length; row += 1) {
      const values = cells.row(row)?.values ?? [];
      // Counted by hand: a large tab has a million cells and few formulas.
      for (let column = 0; column < values.length; column += 1) {
        const value = values[column];
        if (!isFormula(value)) continue;
        const formula = rewriteReferences(value.formula, (reference) => change(reference, sheet));
        if (formula !== value.formula) cells.setValue(row, column, { formula });
      }
    }
  }
}
