/** The bytes of an answer, to the last one. Throws for anything but a 2xx. */
export async function bytesOf(address: string, init?: RequestInit): Promise<Uint8Array> {
  const answer = await fetch(address, init);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${answer.status} from the server: ${new TextDecoder().decode(bytes).slice(0, 500)}`);
  return bytes;
}

/** The body as JSON, by POST or PUT. */
export const sending = (method: 'POST' | 'PUT', body: string): RequestInit => ({
  method,
  body,
  headers: { 'Content-Type': 'application/json' },
});
