import { effectiveValue } from '../cell-view.ts';
import { objectOf, stringOf } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { cellLink } from '../spreadsheets/cell-link.ts';
import { type CellClasses, cellCss } from './cell-style.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './links.ts';
import { sparkline } from './sparkline.ts';

export interface CellPlace {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly classes: CellClasses;
  /** Attributes that the table adds: spans, sticky places. */
  readonly attributes: Html;
  readonly extraCss: string;
  /** Whether text may run on over the next cells, because they are empty. */
  readonly roomToTheRight: boolean;
}

/** One `<td>`. */
export function cellHtml(place: CellPlace): Html {
  const { workbook, sheet, row, column } = place;
  const entered = sheet.cells.value(row, column);
  const value = effectiveValue(workbook, sheet, row, column);
  const format = sheet.cells.format(row, column);
  const note = stringOf(sheet.cells.extras(row, column)?.note);
  const css = [cellCss(format, value), place.extraCss].filter((part) => part !== '').join(';');
  const names = [
    place.classes.nameOf(css),
    note === undefined ? undefined : 'n',
    place.roomToTheRight ? 'o' : undefined,
  ];
  const className = names.filter((name) => name !== undefined).join(' ');
  const shown = value === undefined ? '' : renderValue(value, format, workbook.state.locale);
  const content = isFormula(entered) && value === undefined ? notComputed(place, entered.formula) : text(place, shown);
  return html`<td${place.attributes}${className === '' ? undefined : html` class="${className}"`}${note === undefined ? undefined : html` title="${note}"`}>${content}</td>`;
}

function text({ workbook, sheet, row, column }: CellPlace, shown: string): Html {
  const validation = objectOf(objectOf(sheet.cells.extras(row, column)?.dataValidation).condition);
  if (validation.type === 'BOOLEAN' && (shown === 'TRUE' || shown === 'FALSE'))
    return html`<span role="img" aria-label="${shown === 'TRUE' ? 'ticked' : 'not ticked'}">${shown === 'TRUE' ? '☑' : '☐'}</span>`;
  const link = cellLink(sheet, row, column);
  const address = link === undefined ? undefined : pageLink(workbook.id, link);
  return address === undefined ? html`${shown}` : html`<a href="${address}" rel="noopener noreferrer">${shown}</a>`;
}

/** Drawn when it is a sparkline; else only marked, because a value is shown truthfully or not at all. */
const notComputed = ({ workbook, sheet }: CellPlace, formula: string): Html =>
  sparkline(workbook, sheet, formula) ?? html`<span class="f" title="${formula}">ƒ</span>`;
