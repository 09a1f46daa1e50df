import { constants, existsSync, statSync } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { folderError } from './sheets-server/store/folder-error.ts';

/**
 * Throws an error that says what to do where files cannot be written below the folder, which need not be there. Makes
 * nothing: asked before the work, which may fail.
 */
export async function checkOut(folder: string): Promise<void> {
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) throw new Error(`${there} is a file: give a folder to --out.`);
  await access(there, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw folderError(error, there);
  });
}

/** Name, which may lie in a folder of its own, -> content. Files of the same name are replaced. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  } catch (error) {
    throw folderError(error, folder);
  }
}
