import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { BOOK, refusal, running } from '../support.ts';

const { server, files } = await running();
afterAll(() => server.close());
beforeEach(() => void server.addWorkbook(BOOK));

const fileId = 'book';
const share = (requestBody: object) => files.permissions.create({ fileId, requestBody });
const roles = async () =>
  (await files.permissions.list({ fileId, fields: 'permissions(emailAddress,type,role)' })).data.permissions?.map(
    ({ emailAddress, type, role }) => `${emailAddress ?? type} ${role}`,
  );

it('shares with a person once, and with everybody', async () => {
  const { data } = await share({ type: 'user', role: 'reader', emailAddress: 'ann@example.com' });
  expect(data).toEqual({ kind: 'drive#permission', id: data.id, type: 'user', role: 'reader' });
  const again = await share({ type: 'user', role: 'writer', emailAddress: 'Ann@example.com' });
  expect(again.data.id).toBe(data.id);
  await share({ type: 'anyone', role: 'reader' });
  expect(await roles()).toEqual(['owner@example.com owner', 'Ann@example.com writer', 'anyone reader']);
  const permissionId = data.id ?? '';
  await files.permissions.update({ fileId, permissionId, requestBody: { role: 'commenter' } });
  expect((await files.permissions.get({ fileId, permissionId })).data.role).toBe('commenter');
  await files.permissions.delete({ fileId, permissionId });
  expect(await roles()).toEqual(['owner@example.com owner', 'anyone reader']);
  expect((await files.files.get({ fileId, fields: 'shared' })).data).toEqual({ shared: true });
});

it('refuses what makes no sense', async () => {
  expect((await refusal(share({ role: 'reader' }))).message).toMatch(/type field is required/);
  expect((await refusal(share({ type: 'user', role: 'reader' }))).message).toMatch(/emailAddress/);
  expect((await refusal(share({ type: 'user', role: 'king', emailAddress: 'a@example.com' }))).message).toMatch(/role/);
  const owner = share({ type: 'user', role: 'owner', emailAddress: 'a@example.com' });
  expect(await refusal(owner)).toMatchObject({ code: 403 });
  expect(await refusal(files.permissions.delete({ fileId, permissionId: 'none' }))).toMatchObject({ code: 404 });
});

it('is there after a restart', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sheets-server-'));
  try {
    const first = await running({ dataDir });
    first.server.addWorkbook(BOOK);
    const requestBody = { type: 'user', role: 'reader', emailAddress: 'ann@example.com' };
    const { data } = await first.files.permissions.create({ fileId, requestBody });
    await first.server.close();
    const second = await running({ dataDir });
    const permissionId = data.id ?? '';
    expect((await second.files.permissions.get({ fileId, permissionId })).data).toEqual(data);
    await second.server.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
