/** A part of a row: its class, its width in pixels and what it is for readers of the screen. */
export function box(name: string, width: number, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.style.width = `${width}px`;
  element.setAttribute('role', role);
  return element;
}
