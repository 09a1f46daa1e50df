import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKey } from '../../../local/commands/read-key.ts';
import { temporaryFolder } from '../import/temp-folder.ts';

const { path: folder, write: file } = temporaryFolder();
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const email = 'robot@project.iam.gserviceaccount.com';

describe("a service account's key", () => {
  it('is the public half of the file that Google hands out', () => {
    const json = file('key.json', JSON.stringify({ client_email: email, private_key: privateKey }));
    expect(readKey(json)).toEqual({ email, publicKey });
  });

  it('is a public key with its address', () => {
    expect(readKey(`${email}=${file('public.pem', publicKey)}`)).toEqual({ email, publicKey });
  });

  it('is refused with the reason when it is none', () => {
    expect(() => readKey(path.join(folder, 'none.json'))).toThrow(/none.json cannot be read/);
    expect(() => readKey(file('other.json', '{}'))).toThrow(/client_email and private_key was expected/);
    expect(() => readKey(`${email}=${file('bad.pem', 'x')}`)).toThrow(/PEM was expected/);
  });
});
