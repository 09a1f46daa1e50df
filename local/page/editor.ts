import { ChoiceList } from './choice-list.ts';

/** What ended an edit: the key that moves on, a choice that stays there, or nothing when the person clicked elsewhere. */
export type Leaving = { readonly key: 'Enter' | 'Tab' | 'none'; readonly shift: boolean } | undefined;

const HERE: Leaving = { key: 'none', shift: false };

export interface Editing {
  /** The cell, for the reader of the screen. */
  readonly name: string;
  readonly text: string;
  /** What stood in the cell; `text` is what stands in the field at first. */
  readonly before: string;
  readonly choices: readonly string[] | undefined;
  /** Where the cell stands now; undefined when it is out of sight. */
  where(): DOMRect | undefined;
  done(text: string, leaving: Leaving): void;
  cancelled(): void;
}

/** The field that lies over a cell while somebody types into it. */
export class Editor {
  private readonly parent: HTMLElement;
  private field: HTMLInputElement | HTMLTextAreaElement | undefined;
  private editing: Editing | undefined;
  private choices: ChoiceList | undefined;

  constructor(parent: HTMLElement) {
    this.parent = parent;
  }

  get open(): boolean {
    return this.field !== undefined;
  }

  begin(editing: Editing): void {
    this.commit(undefined);
    // A line break would be lost in a field of one line; a list to choose from needs one.
    const lines = editing.text.includes('\n');
    const field = document.createElement(lines ? 'textarea' : 'input');
    field.id = 'editor';
    field.value = editing.text;
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.setAttribute('aria-label', editing.name);
    field.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent)); // of a union of two fields
    field.addEventListener('blur', () => this.commit(undefined));
    this.field = field;
    this.editing = editing;
    this.parent.append(field);
    if (editing.choices !== undefined && field instanceof HTMLInputElement)
      this.choices = new ChoiceList(field, editing.choices, editing.before, () => this.commit(HERE));
    this.place();
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Follows its cell when the grid scrolls. */
  place(): void {
    const { field } = this;
    const cell = this.editing?.where();
    if (field === undefined || cell === undefined) return;
    const around = this.parent.getBoundingClientRect();
    field.style.left = `${cell.left - around.left}px`;
    field.style.top = `${cell.top - around.top}px`;
    field.style.width = `${Math.min(Math.max(cell.width + 2, 120), around.right - cell.left)}px`;
    field.style.height = `${Math.max(cell.height + 2, field.tagName === 'TEXTAREA' ? 72 : 0)}px`;
    this.choices?.place();
  }

  commit(leaving: Leaving): void {
    const { field, editing } = this;
    if (field === undefined || editing === undefined) return;
    this.close();
    editing.done(field.value, leaving);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.choices?.onKey(event.key) === true) {
      // The list took it.
    } else if (event.key === 'Escape') {
      const { editing } = this;
      this.close();
      editing?.cancelled();
    } else if ((event.key === 'Enter' && !event.altKey) || event.key === 'Tab') {
      this.commit({ key: event.key === 'Tab' ? 'Tab' : 'Enter', shift: event.shiftKey });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private close(): void {
    const { field } = this;
    this.field = undefined;
    this.editing = undefined;
    field?.remove();
    this.choices?.remove();
    this.choices = undefined;
  }
}
