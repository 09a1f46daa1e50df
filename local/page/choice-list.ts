import { matching } from './matching.ts';

const EDGE = 4;

/** The list below the field of a cell with a dropdown. Nothing is chosen until somebody goes into it. */
export class ChoiceList {
  private readonly list = document.createElement('ul');
  private readonly field: HTMLInputElement;
  private readonly choices: readonly string[];
  private readonly before: string;
  private readonly onChoose: () => void;
  private shown: readonly string[] = [];
  private at = -1;

  constructor(field: HTMLInputElement, choices: readonly string[], before: string, onChoose: () => void) {
    this.field = field;
    this.choices = choices;
    this.before = before;
    this.onChoose = onChoose;
    this.list.id = 'choices';
    this.list.setAttribute('role', 'listbox');
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-controls', 'choices');
    field.setAttribute('aria-autocomplete', 'list');
    field.addEventListener('input', () => this.draw());
    // The field keeps the focus; leaving it would end the edit.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const choice = target instanceof Element ? target.closest('li')?.textContent : undefined;
      if (choice !== undefined && choice !== null) this.choose(choice);
    });
    field.after(this.list);
    this.draw();
  }

  /** Below the field, or above it where there is more room. */
  place(): void {
    const { offsetLeft, offsetTop, offsetHeight, offsetWidth, offsetParent } = this.field;
    const room = (offsetParent?.clientHeight ?? 0) - offsetTop - offsetHeight;
    const above = room < 120 && offsetTop > room;
    const across = (offsetParent?.clientWidth ?? 0) - EDGE;
    this.list.style.minWidth = `${Math.min(offsetWidth, across)}px`;
    this.list.style.left = '0';
    this.list.style.left = `${Math.max(EDGE, Math.min(offsetLeft, across - this.list.offsetWidth))}px`;
    this.list.style.maxHeight = `${Math.min(280, (above ? offsetTop : room) - 8)}px`;
    this.list.style.top = above ? '' : `${offsetTop + offsetHeight}px`;
    this.list.style.bottom = above ? `${(offsetParent?.clientHeight ?? 0) - offsetTop}px` : '';
  }

  /** Tells whether the key is done with. */
  onKey(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') this.go(key === 'ArrowDown' ? 1 : -1);
    const chosen = this.shown[this.at];
    if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) this.field.value = chosen;
    return key === 'ArrowDown' || key === 'ArrowUp';
  }

  remove(): void {
    this.list.remove();
  }

  private choose(choice: string): void {
    this.field.value = choice;
    this.onChoose();
  }

  private go(by: number): void {
    if (this.shown.length === 0) return;
    this.at = (this.at + by + this.shown.length + (this.at < 0 && by < 0 ? 1 : 0)) % this.shown.length;
    for (const [index, item] of [...this.list.children].entries())
      item.setAttribute('aria-selected', String(index === this.at));
    this.field.setAttribute('aria-activedescendant', `choice-${this.at}`);
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  private draw(): void {
    this.at = -1;
    this.field.removeAttribute('aria-activedescendant');
    this.shown = matching(this.choices, this.field.value, this.before);
    this.list.hidden = this.shown.length === 0;
    this.field.setAttribute('aria-expanded', String(this.shown.length > 0));
    this.list.replaceChildren(
      ...this.shown.map((choice, index) => {
        const item = document.createElement('li');
        item.id = `choice-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = choice;
        return item;
      }),
    );
    this.place();
  }
}
