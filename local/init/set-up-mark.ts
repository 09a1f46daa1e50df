import { createHash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import * as z from 'zod';
import { INPUT_TABS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';

/** Key of the developer metadata on a tab: it stays with the tab whatever people name it. */
export const MARK_KEY = 'leadsheet_init';

const schema = z.object({ tab: z.enum(INPUT_TABS), done: z.array(z.string()), run: z.number().int() });

/**
 * What `init` has done on a tab. Looks, dropdowns and rows that it brought once are not brought again: who took them
 * away wanted them away.
 */
export interface SetUpMark {
  readonly tab: InputTab;
  /** Fields of columns that were set up, and other parts by their name. */
  readonly done: readonly string[];
  /** Counts the writes. */
  readonly run: number;
  readonly metadataId: number;
}

/** `undefined` for a text that is not ours or of a later version: then nothing is known of the tab. */
export function readMark(metadataId: number, value: string): SetUpMark | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(value));
    return parsed.success ? { ...parsed.data, metadataId } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The mark after this run instead of the one before. Its id is of our choice and new with each run: a batch that is sent
 * again because its answer was lost is refused as a whole.
 */
export function markRequests(
  sheetId: number,
  before: SetUpMark | undefined,
  tab: InputTab,
  done: readonly string[],
): sheets_v4.Schema$Request[] {
  const value = JSON.stringify({ tab, done: [...done], run: (before?.run ?? 0) + 1 });
  const create = {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: idOf(`${sheetId} ${value}`),
        metadataKey: MARK_KEY,
        metadataValue: value,
        visibility: 'DOCUMENT',
        location: { sheetId },
      },
    },
  };
  if (before === undefined) return [create];
  const { metadataId } = before;
  return [{ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } }, create];
}

/** From 1 to 2 ** 31 - 1. */
const idOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() >>> 1 || 1;
