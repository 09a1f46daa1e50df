import type { StorePort } from '../ports.ts';

/** What reading figures needs of the store. */
export type FiguresStore = Pick<StorePort, 'getItems' | 'readSeen'>;
