import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ensureTable, startEmbeddedDynamoDb } from '../../local/embedded-dynamodb.ts';
import { embeddedStore, localClient } from '../support/store-embedded.ts';

test('on disk it remembers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadsheet-'));
  const path = join(folder, 'not', 'there', 'yet');
  try {
    const head = { revision: 1, generation: 1, tabs: {} };
    const first = await embeddedStore({ path });
    await first.open().swapHead('book', undefined, head);
    await first.close();
    const second = await embeddedStore({ path });
    expect(await second.open().readHead('book')).toStrictEqual(head);
    await second.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a table is made once, whoever asks', async () => {
  const server = await startEmbeddedDynamoDb();
  const client = localClient(server.endpoint);
  await Promise.all([ensureTable(client, 'one-table'), ensureTable(client, 'one-table')]);
  await ensureTable(client, 'one-table');
  client.destroy();
  await server.close();
});

test('it binds to 127.0.0.1, on the port asked for, and lets it go', async () => {
  const first = await startEmbeddedDynamoDb();
  const port = Number(new URL(first.endpoint).port);
  expect(first.endpoint).toBe(`http://127.0.0.1:${port}`);
  await first.close();
  const second = await startEmbeddedDynamoDb({ port });
  expect(second.endpoint).toBe(first.endpoint);
  await second.close();
});

test('a port that is taken is an error', async () => {
  const first = await startEmbeddedDynamoDb();
  const port = Number(new URL(first.endpoint).port);
  await expect(startEmbeddedDynamoDb({ port })).rejects.toThrow(/EADDRINUSE/);
  await first.close();
});

test('a client that goes away in the middle of a request does no harm', async () => {
  const under = await embeddedStore();
  const socket = connect(Number(new URL(under.endpoint).port), '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf');
  await sleep(50);
  socket.destroy();
  await sleep(50);
  expect(await under.open().readHead('book')).toBeUndefined();
  await under.close();
});
