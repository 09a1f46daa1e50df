import type { Column } from '../../lambdas/domain/cells/columns.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';

/** What a cell below a header takes. Never strict: what breaks it is typed all the same, and marked. */
export type Takes =
  | { readonly kind: 'date' | 'amount' }
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  | { readonly kind: 'column'; readonly tab: InputTab; readonly field: string }
  | { readonly kind: 'number'; readonly limits: readonly [min: number, max: number] };

/** Reference to the cell of a field in the first row below the header, such as `$C2`: the column stays, the row moves. */
export type At = (field: string) => string;

/** Cells of a column that shall catch the eye. */
export interface Mark {
  /** A formula without its `=`, arguments parted by `;`: every locale reads that. */
  when(at: At): string;
  readonly look: 'bad' | 'caution' | 'good' | 'muted';
}

export interface ColumnSpec extends Column<string> {
  /** Pixels. */
  readonly width: number;
  /** On the header: what the column takes. */
  readonly note: string;
  readonly takes?: Takes;
  readonly marks?: readonly Mark[];
  /** Leadsheet writes it: whoever edits it is warned. */
  readonly ours?: true;
}

/** A row by field. */
export type RowSpec = Readonly<Record<string, string | number>>;

export interface Surroundings {
  /** Of the spreadsheet, IANA. */
  readonly timeZone: string;
}

/** An input tab as `leadsheet init` sets it up. */
export interface TabSpec {
  readonly name: InputTab;
  /** For the page that explains: what people type there. */
  readonly about: string;
  readonly columns: readonly ColumnSpec[];
  /** Rows that stand there from the start. */
  readonly rows?: {
    /** `empty`: all of them, as long as nothing stands below the header. A field: each one whose name is not there. */
    readonly missing: 'empty' | { readonly field: string };
    make(surroundings: Surroundings): readonly RowSpec[];
    /** What single cells of such a row take. */
    takes?(row: RowSpec): { readonly field: string; readonly takes: Takes } | undefined;
  };
}

/** The columns of a reader with what they look like; a column that the reader has and the set-up forgot is an error. */
export function columnSpecs<F extends string>(
  columns: readonly Column<F>[],
  looks: Readonly<Record<F, Omit<ColumnSpec, keyof Column<F>>>>,
): ColumnSpec[] {
  return columns.map((column) => ({ ...column, ...looks[column.field] }));
}
