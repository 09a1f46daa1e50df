import { describe, inject } from 'vitest';
import { openStore } from '../../lambdas/store/open-store.ts';
import { openRegistry } from '../../lambdas/store/registry/open-registry.ts';
import { ensureTable } from '../../local/embedded-dynamodb.ts';
import { startAwsEmulator } from '../support/aws-emulator.ts';
import { registryContract } from '../support/registry-contract.ts';
import { storeContract } from '../support/store-contract.ts';
import { localClient } from '../support/store-embedded.ts';

const found = inject('awsEmulator');
const TABLE = 'leadsheet-contract';

/** A second DynamoDB that we did not write, with policies and signatures: dynalite is the first. */
async function onEmulator() {
  if ('missing' in found) throw new Error(found.missing);
  const { endpoint, stop } = await startAwsEmulator({ program: found.program });
  const client = localClient(endpoint, { accessKeyId: 'test', secretAccessKey: 'test' });
  await ensureTable(client, TABLE);
  const close = async (): Promise<void> => {
    client.destroy();
    await stop();
  };
  return { client, close };
}

describe.skipIf('missing' in found)('on an emulator of AWS', () => {
  storeContract('its DynamoDB', async () => {
    const { client, close } = await onEmulator();
    return {
      close,
      silentAboutUnits: true,
      open: (more = {}) => openStore({ client, table: TABLE, clock: Date.now, ...more }),
    };
  });
  registryContract('its DynamoDB', async () => {
    const { client, close } = await onEmulator();
    return { close, open: (clock) => openRegistry({ client, table: TABLE, clock }) };
  });
});
