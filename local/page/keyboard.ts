import type { GridActions } from './grid-actions.ts';

/** Lets the keys of spreadsheets work on the grid. */
export function listenToKeys(actions: GridActions): void {
  // After Escape the next Tab leaves the grid, for those who go about with the keyboard alone.
  let leaving = false;
  actions.grid.elements.grid.addEventListener('keydown', (event) => {
    if (actions.editor.open || event.isComposing || event.altKey) return;
    const leaves = event.key === 'Tab' && leaving;
    if (event.key !== 'Shift') leaving = event.key === 'Escape';
    if (!leaves && act(actions, event)) event.preventDefault();
  });
}

/** Tells whether the browser should do nothing more about the key. */
function act(actions: GridActions, event: KeyboardEvent): boolean {
  const { key, shiftKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const opens = key === 'Enter' && !shiftKey;
  if (opens && actions.follow()) return true;
  if (opens || key === 'F2') actions.edit();
  else if (key === 'Delete' || key === 'Backspace') actions.clear();
  else if (ctrl && key.toLowerCase() === 'a') actions.selectAll();
  else if (key === ' ' && actions.tick()) return true;
  else if (!ctrl && (key.length === 1 || key === 'Process')) {
    // The character itself goes into the field that has the focus by then, composed ones included.
    actions.edit('');
    return !actions.editor.open;
  } else return actions.move(key, ctrl, shiftKey);
  return true;
}
