import { afterEach, beforeEach, expect, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';
import { examine } from '../../local/doctor/examine.ts';
import { smallSample, type TestService, testService, WORKBOOK } from './e2e-service.ts';
import { type Answer, type ScriptedServer, startScriptedServer } from './sheets-scripted-server.ts';

export const ACCOUNT = 'reports@example.iam.gserviceaccount.com';

/** What differs from a service in good health. */
export interface Situation {
  readonly env?: Environment;
  readonly spreadsheet?: string | undefined;
  readonly now?: () => number;
}

/** What is wrong, the check that finds it, and what it says of cause and cure. */
export type Cause = readonly [string, () => Situation | Promise<Situation>, string, RegExp, RegExp];

/** A service in good health at local addresses for each test of a file, to be spoilt, and what the doctor finds. */
export function patient() {
  let service: TestService;
  const servers: ScriptedServer[] = [];
  beforeEach(async () => {
    service = await testService({ book: smallSample(1) });
    await share('writer');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await Promise.all([service.close(), ...servers.splice(0).map((server) => server.close())]);
  });

  const permissions = (method: string, path: string, body: object) =>
    fetch(new URL(`drive/v3/files/${WORKBOOK}/permissions${path}`, service.server.url), {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const share = (role: string) => permissions('POST', '', { type: 'user', role, emailAddress: ACCOUNT });

  async function found(situation: Situation = {}) {
    const { env = {}, now = Date.now } = situation;
    const spreadsheet = 'spreadsheet' in situation ? situation.spreadsheet : WORKBOOK;
    const around = { ...service.env, [ENV.serviceAccounts]: ACCOUNT, ...env };
    const { findings } = await examine({ env: around, spreadsheet, now });
    return new Map(findings.map((finding) => [finding.name, finding]));
  }

  return {
    service: () => service,
    found,
    /** Nobody but its owner sees the sheet; or again with a role. */
    async unshared(role?: string): Promise<Situation> {
      const { permissions: now } = service.server.workbook(WORKBOOK).state.file ?? {};
      const { id } = (Array.isArray(now) ? now : []).at(-1) as { id: string }; // made by share()
      await permissions('DELETE', `/${id}`, {});
      if (role !== undefined) await share(role);
      return {};
    },
    /** A server that gives these answers in turn, in place of Google's. */
    async scripted(...answers: readonly Answer[]): Promise<string> {
      const server = await startScriptedServer(...answers);
      servers.push(server);
      return server.rootUrl;
    },
    /** The one check that fails is this one. */
    async onlyThis([, situation, name, said, cure]: Cause): Promise<void> {
      const findings = await found(await situation());
      const wrong = [...findings.values()].filter(({ status }) => status === 'failed');
      expect(wrong).toEqual([
        { name, status: 'failed', said: expect.stringMatching(said), cure: expect.stringMatching(cure) },
      ]);
    },
    /** This check fails, whatever else follows from it. */
    async alsoThis([, situation, name, said, cure]: Cause): Promise<void> {
      const finding = (await found(await situation())).get(name);
      expect(finding).toEqual({
        name,
        status: 'failed',
        said: expect.stringMatching(said),
        cure: expect.stringMatching(cure),
      });
    },
  };
}
