import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
// Node 24 of the project before the machine's: the functions run on whatever is called `node`.
const PATH = `${BIN}:${process.env.PATH ?? '/usr/bin:/bin'}`;
const REGION = 'eu-west-1';

/** An AWS on this machine, with policies enforced. */
export interface AwsEmulator {
  readonly endpoint: string;
  /** For programs that talk to it: address, credentials, certificate. */
  readonly env: Readonly<Record<string, string>>;
  /** `cdk ...` with the synthesized app. */
  cdk(...args: readonly string[]): Promise<void>;
  /** What it printed, for the message of a failure. */
  log(): string;
  stop(): Promise<void>;
}

export interface EmulatorOptions {
  /** As `emulatorProgram` found it. */
  readonly program: string;
  /** Folder of the synthesized app, for `cdk`. */
  readonly app?: string;
  /** Seen by every function beside its own environment, as the emulator hands its own on. */
  readonly functionEnv?: Readonly<Record<string, string>>;
}

/** Starts it on a free port of 127.0.0.1, state in memory, and waits until it is ready. */
export async function startAwsEmulator({ program, app = '', functionEnv = {} }: EmulatorOptions): Promise<AwsEmulator> {
  const folder = mkdtempSync(join(tmpdir(), 'leadsheet-aws-'));
  const port = await freePort();
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'w');
  const child = spawn(program, [], {
    cwd: folder,
    stdio: ['ignore', log, log],
    // Nothing of this process: what the emulator has in its environment, the functions have.
    env: {
      ...{ PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', TZ: 'UTC' },
      ...{ STATE_DIR: join(folder, 'state'), S3_DATA_DIR: join(folder, 's3') },
      ...{ BIND_HOST: '127.0.0.1', GATEWAY_PORT: String(port), MINISTACK_HOST: '127.0.0.1', MINISTACK_REGION: REGION },
      // Policies are enforced only with signatures, and these only over TLS.
      ...{ AUTH: 'true', USE_SSL: '1', LOG_LEVEL: 'WARNING', SFTP_ENABLED: '0', IOT_MTLS_ENABLED: '0' },
      LAMBDA_ASYNC_RETRY_BASE_SECONDS: '0.2',
      ...functionEnv,
    },
  });
  const ended = once(child, 'exit');
  const certificate = join(folder, 'ministack-tls', 'server.crt');
  const endpoint = `https://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const said = (): string => readFileSync(logFile, 'utf8').slice(-8_000);
  try {
    await ready(endpoint, certificate);
  } catch (error) {
    const message = `${error instanceof Error ? error.message : String(error)}\n${said()}`;
    await stop();
    throw new Error(message);
  }
  const env = {
    ...{ AWS_ENDPOINT_URL: endpoint, AWS_REGION: REGION, AWS_EC2_METADATA_DISABLED: 'true' },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    ...{ NODE_EXTRA_CA_CERTS: certificate, AWS_CA_BUNDLE: certificate },
  };
  return {
    endpoint,
    env,
    log: said,
    stop,
    async cdk(...args) {
      try {
        await run(join(BIN, 'cdk'), [...args, '--app', app], {
          cwd: folder,
          env: { PATH, HOME: folder, CI: 'true', ...env },
          maxBuffer: 1 << 26,
        });
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // of execFile
        throw new Error(`cdk ${args.join(' ')} failed:\n${stdout}${stderr}`.slice(-6_000), { cause: error });
      }
    },
  };
}

async function ready(endpoint: string, certificate: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (existsSync(certificate)) {
      tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(certificate, 'utf8')]);
      const answer = await fetch(`${endpoint}/_ministack/ready`).catch(() => undefined);
      if (answer?.ok) return;
    }
    await sleep(50);
  }
  throw new Error('The AWS emulator was not ready after 30 seconds.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
