import { afterAll, beforeEach, expect, it } from 'vitest';
import { BOOK, running } from './support.ts';

let now = Date.UTC(2026, 10, 16, 9, 30);
const { server } = await running({ quotas: { perUser: 2, perProject: 3 }, clock: () => now });
afterAll(() => server.close());
beforeEach(() => {
  server.addWorkbook(BOOK);
  now += 60_000;
});

async function ask(
  user: string,
  write = false,
): Promise<{ status: number; error: unknown; retryAfter: string | null }> {
  const path = write ? '/v4/spreadsheets/book/values/A1:clear' : '/v4/spreadsheets/book/values/A1';
  const answer = await fetch(new URL(path, server.url), {
    method: write ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${user}` },
  });
  const json: unknown = await answer.json();
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  return { status: answer.status, error, retryAfter: answer.headers.get('retry-after') };
}

it('counts reads and writes of each user apart, and refills by the minute', async () => {
  expect([(await ask('ann')).status, (await ask('ann')).status]).toEqual([200, 200]);
  expect(await ask('ann')).toMatchObject({
    status: 429,
    retryAfter: null,
    error: {
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.",
      details: [{ metadata: { quota_limit: 'ReadRequestsPerMinutePerUser', quota_limit_value: '2' } }, {}],
    },
  });
  expect((await ask('ann', true)).status).toBe(200);
  now += 60_000;
  expect((await ask('ann')).status).toBe(200);
});

it('counts all users together too', async () => {
  for (const user of ['ann', 'bo', 'cy']) expect((await ask(user, true)).status).toBe(200);
  expect((await ask('di', true)).error).toMatchObject({
    details: [{ metadata: { quota_limit: 'WriteRequestsPerMinutePerProject', quota_limit_value: '3' } }, {}],
  });
});
