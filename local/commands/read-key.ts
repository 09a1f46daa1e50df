import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The public key of a service account, as PEM. */
export interface AccountKey {
  readonly email: string;
  readonly publicKey: string;
}

/**
 * `key.json`, the file that Google hands out for a service account, of which only the public half is kept; or
 * `ADDRESS=key.pem` with a public key. Throws an error that says what is wrong.
 */
export function readKey(text: string): AccountKey {
  const at = /^([^=\s]+@[^=\s]+)=(.+)$/.exec(text);
  const file = at?.[2] ?? text;
  const content = readText(file);
  if (at?.[1] !== undefined) return { email: at[1], publicKey: publicPem(content, file) };
  const { email, key } = parseKeyFile(content, file);
  return { email, publicKey: publicPem(key, file) };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read. Check the path.`);
  }
}

function parseKeyFile(content: string, file: string): { email: string; key: string } {
  try {
    const json: unknown = JSON.parse(content);
    if (typeof json === 'object' && json !== null && 'client_email' in json && 'private_key' in json)
      return { email: String(json.client_email), key: String(json.private_key) };
  } catch {
    // Told below.
  }
  throw new Error(
    `${file} is no key of a service account: JSON with client_email and private_key was expected. Give a public key as ADDRESS=FILE.`,
  );
}

function publicPem(pem: string, file: string): string {
  try {
    const key = pem.includes('PRIVATE KEY') ? createPublicKey(createPrivateKey(pem)) : createPublicKey(pem);
    return String(key.export({ type: 'spki', format: 'pem' }));
  } catch {
    throw new Error(`${file} holds no key that can be read: PEM was expected.`);
  }
}
