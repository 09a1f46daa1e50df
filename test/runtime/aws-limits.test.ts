import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { awsLimits } from '../../lambdas/runtime/aws-limits.ts';
import { openQueue } from '../../lambdas/runtime/queue.ts';
import { openSecret } from '../../lambdas/runtime/secret.ts';

/** Takes every request; `begins` one answer that never ends, or none at all. */
let begins = false;
let asked = 0;
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer((_, response) => {
    asked++;
    if (begins) response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).write('{');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => void vi.unstubAllEnvs());

function signedIn(): void {
  asked = 0;
  for (const [name, value] of Object.entries({
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
  }))
    vi.stubEnv(name, value);
}

test.each([false, true])(
  'a queue that goes silent is asked three times, and then it is an error (answer begun: %s)',
  async (begun) => {
    signedIn();
    begins = begun;
    const message = { workbook: 'silent' };
    await expect(openQueue(`${url}/1/ingest.fifo`, awsLimits(50)).send(message)).rejects.toThrow();
    expect(asked).toBe(3);
  },
);

test('so is a secret; its error says which, and that the next run tries again', async () => {
  signedIn();
  begins = false;
  await expect(openSecret('silent', awsLimits(50)).read()).rejects.toThrow(
    /secret silent could not be read .*next run tries again/,
  );
  expect(asked).toBe(3);
});

test('a request has five seconds unless told, and a silent one is an error, not a warning', () => {
  expect(awsLimits().requestHandler).toMatchObject({
    requestTimeout: 5_000,
    connectionTimeout: 2_000,
    throwOnRequestTimeout: true,
  });
});
