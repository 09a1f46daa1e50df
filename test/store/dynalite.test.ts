import { storeContract } from '../support/store-contract.ts';
import { embeddedStore } from '../support/store-embedded.ts';

storeContract('dynalite', embeddedStore);
