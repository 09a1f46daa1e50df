import { hash } from 'node:crypto';

/** 22 characters, 132 bits of SHA-256: what an item, a payload or a tab is known by. */
export function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
