import { expect } from 'vitest';

/** Fails unless every tag is closed in order, every `&` begins an entity, and no character is one that XML lacks. */
export function expectWellFormed(xml: string, path: string): void {
  expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml), `${path} has control characters`).toBe(
    false,
  );
  expect(xml.isWellFormed(), `${path} has halves of characters`).toBe(true);
  expect(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.test(xml), `${path} has a bare ampersand`).toBe(false);
  const open: string[] = [];
  const tags = /<(?:\?[^>]*\?|(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>/g;
  for (const [, close, name = '', , empty] of xml.matchAll(tags)) {
    if (name === '' || empty === '/') continue;
    if (close === '/') expect(open.pop(), `${path} closes ${name}`).toBe(name);
    else open.push(name);
  }
  expect(open, `${path} leaves tags open`).toEqual([]);
  expect(/[<]/.test(xml.replace(tags, '')), `${path} has a bare <`).toBe(false);
}
