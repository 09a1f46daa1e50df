import { byId } from './elements.ts';

const SHOWN_MS = 6000;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Tells the person something, for a few seconds; readers of the screen hear it at once. */
export function say(text: string): void {
  const message = byId('message');
  message.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    message.textContent = '';
  }, SHOWN_MS);
}
