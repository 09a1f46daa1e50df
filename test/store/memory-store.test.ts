import { memoryStore } from '../support/memory-store.ts';
import { storeContract } from '../support/store-contract.ts';

storeContract('plain maps', async () => memoryStore());
